package org.sealpost.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.envelope.NoteSigner;
import org.sealpost.envelope.ReceiptRefusedException;
import org.sealpost.envelope.ReceiptVerifier;
import org.sealpost.ledger.Ledger;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.SubmissionId;

/** The sealed bytes leave as they are, and a receipt comes back into the same use case as any other. */
public final class CourierByFiles implements Courier {
    private static final Refusal NOT_A_RECEIPT =
            new Refusal("not-a-receipt", "This is not a true receipt for anything that was sealed here.");

    private final Custody custody;
    private final Ledger ledger;
    private final Inquire inquire;
    private final Settle settle;
    private final ReceiptVerifier verifier;
    private final NoteSigner signer;
    private final Clock clock;

    public CourierByFiles(
            Custody custody,
            Ledger ledger,
            Inquire inquire,
            Settle settle,
            ReceiptVerifier verifier,
            NoteSigner signer,
            Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.inquire = inquire;
        this.settle = settle;
        this.verifier = verifier;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public Optional<Bytes> take(OperatorName by, Reference reference) {
        Instant now = clock.instant();
        return custody.inOneCommit(writes -> {
            Optional<Leaving> leaving = leaving(writes, reference);
            leaving.ifPresent(l -> ledger.append(
                    writes.ledger(),
                    List.of(Decisions.takenAway(l.of().id(), l.envelope().sha256(), by, now))));
            return leaving.map(Leaving::envelope);
        });
    }

    @Override
    public Optional<Papers> papers(Reference reference) {
        return custody.look(reads -> leaving(reads, reference)).map(this::papers);
    }

    private Papers papers(Leaving leaving) {
        Particulars of = leaving.of();
        String proof = inquire.proof(of.partner(), of.reference()).orElseThrow();
        String note =
                CourierNote.text(of, leaving.decision(), leaving.envelope().sha256());
        return new Papers(proof, signer.sign(note, clock.instant()));
    }

    private record Leaving(Particulars of, HandedOver decision, Bytes envelope) {}

    private static Optional<Leaving> leaving(Custody.Reads reads, Reference reference) {
        return reads.undelivered(reference)
                .flatMap(undelivered -> undelivered.handedOver().flatMap(decision -> reads.envelope(
                                undelivered.of().id())
                        .map(envelope -> new Leaving(undelivered.of(), decision, envelope))));
    }

    @Override
    public Optional<Refusal> bring(OperatorName by, Bytes untrustedReceipt) {
        Optional<Particulars> of = claimed(untrustedReceipt);
        if (of.isEmpty()) {
            return Optional.of(NOT_A_RECEIPT);
        }
        note(by, of.get(), untrustedReceipt);
        return settle.settle(of.get().force(), untrustedReceipt) == Settle.Settlement.NOT_A_RECEIPT
                ? Optional.of(NOT_A_RECEIPT)
                : Optional.empty();
    }

    private Optional<Particulars> claimed(Bytes untrustedReceipt) {
        try {
            SubmissionId id = verifier.claimedSubmission(untrustedReceipt);
            return custody.look(reads -> reads.held(id)).map(Held::of);
        } catch (ReceiptRefusedException e) {
            return Optional.empty();
        }
    }

    /** The same bytes are noted once. */
    private void note(OperatorName by, Particulars of, Bytes untrustedReceipt) {
        Instant now = clock.instant();
        custody.inOneCommit(writes -> {
            boolean first = writes.remember(Custody.Memory.BROUGHT_RECEIPT, untrustedReceipt.sha256(), now);
            if (first) {
                ledger.append(
                        writes.ledger(),
                        List.of(Decisions.broughtBack(of.force(), of.id(), untrustedReceipt.sha256(), by, now)));
            }
            return first;
        });
    }
}
