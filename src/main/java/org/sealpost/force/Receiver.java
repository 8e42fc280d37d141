package org.sealpost.force;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.sealpost.envelope.EnvelopeRefusedException;
import org.sealpost.envelope.Opened;
import org.sealpost.envelope.Opener;
import org.sealpost.envelope.ReceiptSigner;
import org.sealpost.ledger.Checkpoint;
import org.sealpost.ledger.LedgerKey;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.ledger.Release;
import org.sealpost.ledger.ReleaseProof;
import org.sealpost.ledger.WitnessSigner;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Outcome;
import org.sealpost.submission.Refusal;

/**
 * Takes messages for one force into one folder: opens, checks, keeps, makes the receipt. Knows nothing of queues. Several
 * receivers, in one process or many, may work into one folder at once.
 */
public final class Receiver {
    private final ForceId force;
    private final Opener opener;
    private final LedgerKey ledger;
    private final ReceiptSigner signer;
    private final Path folder;
    private final SubmissionFolder submissions;
    private final SeenLedger seen;
    private final SetAside aside;

    /**
     * @param witness cosigns what was seen of the ledger, where this force does that
     * @throws IOException where the folder cannot be made or written to
     */
    public Receiver(
            ForceId force,
            Opener opener,
            LedgerKey ledger,
            ReceiptSigner signer,
            Optional<WitnessSigner> witness,
            Path folder)
            throws IOException {
        this(force, opener, ledger, signer, witness, folder, step -> {});
    }

    Receiver(
            ForceId force,
            Opener opener,
            LedgerKey ledger,
            ReceiptSigner signer,
            Optional<WitnessSigner> witness,
            Path folder,
            SubmissionFolder.Steps steps)
            throws IOException {
        this.force = force;
        this.opener = opener;
        this.ledger = ledger;
        this.signer = signer;
        this.folder = folder;
        this.submissions = SubmissionFolder.open(folder, steps);
        this.seen = SeenLedger.in(folder, witness, Clock.systemUTC());
        this.aside = SetAside.in(folder);
    }

    /**
     * Keeps the submission, or sets the message aside where it is not a submission for this force with a true proof. What
     * it returns is durable.
     *
     * @throws IOException where nothing could be kept, as with a full disk: let the message be delivered again
     */
    public Reception receive(Incoming message) throws IOException {
        if (message.unreadable().isPresent()) {
            return setAside(message, message.unreadable().get());
        }
        try {
            Proven proven = proven(message);
            Opened opened = opened(message.envelope());
            if (!opened.context().id().equals(proven.release.id())
                    || !opened.context().force().equals(force)) {
                throw wrongProof("The ledger's proof is for another submission.");
            }
            return kept(new Submission(opened, message.envelope()), proven);
        } catch (EnvelopeRefusedException e) {
            return setAside(message, refusal(e.code(), e));
        } catch (LedgerRefusedException e) {
            return setAside(message, refusal(e.code(), e));
        }
    }

    /** The numbers of this force's sequence that have not come though later ones have; at most so many, lowest first. */
    public SortedSet<Long> missing(int most) throws IOException {
        try (FolderLock lock = FolderLock.of(folder)) {
            return seen.missing(most);
        }
    }

    private Reception.Aside setAside(Incoming message, Refusal why) throws IOException {
        try (FolderLock lock = FolderLock.of(folder)) {
            aside.put(message.envelope(), why);
        }
        return new Reception.Aside(why);
    }

    private Proven proven(Incoming message) throws LedgerRefusedException {
        ReleaseProof proof = ReleaseProof.parse(message.proof()
                .orElseThrow(
                        () -> new LedgerRefusedException("no-proof", "The message carries no proof of the ledger.")));
        Release release = Release.of(proof.verify(ledger));
        if (!release.force().equals(force)
                || !release.envelope().equals(message.envelope().sha256())) {
            throw wrongProof("The ledger's proof is for another envelope.");
        }
        return new Proven(release, proof, proof.checkpoint().verify(ledger));
    }

    private Reception kept(Submission submission, Proven proven) throws IOException {
        try (FolderLock lock = FolderLock.of(folder)) {
            Optional<KeptRecord> record =
                    submissions.record(submission.context().id());
            Optional<Refusal> contradiction = seen.see(proven.release, proven.proof, proven.head, record.isEmpty());
            if (contradiction.isPresent()) {
                aside.put(submission.envelope(), contradiction.get());
                return new Reception.Aside(contradiction.get());
            }
            if (record.isEmpty()) {
                return kept(submission, false, submissions.keep(submission, () -> receipt(submission)));
            }
            if (!record.get().envelope().equals(submission.envelope().sha256())) {
                Refusal why = new Refusal(
                        "another-envelope", "A submission that is kept already came again in another envelope.");
                aside.put(submission.envelope(), why);
                return new Reception.Aside(why);
            }
            submissions.makeUp(submission);
            return kept(submission, true, record.get().receipt());
        }
    }

    private Bytes receipt(Submission submission) {
        return signer.sign(submission.opened().receiptBasis(), new Outcome.Accepted(), seen.toName());
    }

    private static Reception.Kept kept(Submission submission, boolean repeated, Bytes receipt) {
        return new Reception.Kept(
                submission.context().id(),
                submission.context().reference(),
                submission.context().sealedAt(),
                submission.opened().originals().size(),
                Urgency.of(submission.opened().submissionJson()),
                repeated,
                receipt);
    }

    /** A fault in opening is the message's doing as far as the queue goes: the next one must not wait for it. */
    private Opened opened(Bytes untrusted) throws EnvelopeRefusedException {
        try {
            return opener.open(untrusted);
        } catch (RuntimeException | StackOverflowError e) {
            throw new EnvelopeRefusedException("fault", "Opening the message failed in a way that was not foreseen.");
        }
    }

    private static Refusal refusal(String code, Exception e) {
        return new Refusal(code, Objects.requireNonNullElse(e.getMessage(), code));
    }

    private static LedgerRefusedException wrongProof(String sentence) {
        return new LedgerRefusedException("wrong-proof", sentence);
    }

    /** A release that stands in the ledger. */
    private record Proven(Release release, ReleaseProof proof, Checkpoint head) {}
}
