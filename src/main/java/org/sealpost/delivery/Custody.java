package org.sealpost.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sealpost.envelope.ReceiptExpectation;
import org.sealpost.ledger.LedgerRecords;
import org.sealpost.ledger.LedgerTree;
import org.sealpost.ledger.SignedCheckpoint;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/**
 * What delivery needs kept. Safe to share between threads; what {@link Reads} and {@link Writes} hand out is good for the
 * one call and the one thread that it was handed to.
 */
public interface Custody {
    /**
     * Does the work in one transaction, alone: no other writer, in this process or another, is between its first and its
     * last step. When this returns, all of it is durable: it outlives the end of the process and of the power.
     *
     * <p>When this throws, nothing of it was kept, with one exception that nobody can rule out: where the answer to the
     * commit itself was lost, all of it was kept. So every caller can be called again.
     */
    <T> T inOneCommit(Function<? super Writes, ? extends T> work);

    /**
     * Takes what is due, in a commit that is not alone: it waits for no other claim and, on PostgreSQL, for no writer. What
     * another is taking right now is passed over. Durable when this returns; may throw as {@link #inOneCommit} does.
     */
    <T> T claim(Function<? super Claims, ? extends T> work);

    /** Looks at one state between two commits; waits for no writer. */
    <T> T look(Function<? super Reads, ? extends T> work);

    /** 32 random bytes, drawn once for this database and never shown. */
    Bytes salt();

    /** What can be seen. */
    interface Reads {
        /** The newest submission admitted at {@code since} or later that has one of the fingerprints. */
        Optional<Particulars> equalOne(Set<Sha256> fingerprints, Instant since);

        boolean taken(Reference reference);

        Optional<Held> held(SubmissionId id);

        /** By its number in the force's sequence. */
        Optional<Held> numbered(ForceId force, long sequence);

        /** Empty for another partner's. */
        Optional<Held> held(PartnerId partner, Reference reference);

        /** Whoever's it is. */
        Optional<Held> held(Reference reference);

        Optional<LegalHold> legalHold(Reference reference);

        /** Oldest first, after that number. */
        List<LegalHold> legalHolds(long after, int most);

        /** What a receipt must be bound to; empty once it was erased. */
        Optional<ReceiptExpectation> expectation(SubmissionId id);

        /** The sealed return address; empty once it was erased. */
        Optional<Bytes> returnAddress(SubmissionId id);

        /** The sealed content; empty once it was erased. */
        Optional<Bytes> envelope(SubmissionId id);

        /** The outstanding one of that reference, whoever's it is. */
        Optional<Undelivered> undelivered(Reference reference);

        /** The outstanding ones in the order of admission, after that position. */
        List<Undelivered> undelivered(long after, int most);

        /** Held back, or turned down and still kept. */
        Optional<HeldBack> heldBack(Reference reference);

        /** The one of which the originals have this fingerprint. */
        Optional<HeldBack> heldBackBytes(Sha256 fingerprint);

        /** What nobody has decided about, oldest first, after that number. */
        List<HeldBack.Undecided> undecided(long after, int most);

        /** As {@link #uncalled}, of what is held back. */
        List<HeldBack.Undecided> uncalledHeldBack(
                String rung, Optional<ForceId> force, Deadlines deadlines, Instant by, int most);

        /** Those that were turned down at {@code by} or before. */
        List<HeldBack.TurnedDown> erasableHeldBack(Instant by, int most);

        /** The force's receipt, where it has come. */
        Optional<Bytes> receipt(SubmissionId id);

        /** The ledger, to prove from. */
        LedgerTree ledger();

        /** The index of the ledger entry by which it was released to the force. */
        long released(SubmissionId id);

        /** The newest checkpoint that the force has cosigned or, where it never has, named in a receipt: {@link Writes#saw}. */
        Optional<SignedCheckpoint> seen(ForceId force);

        /** What was reconciled, and how. */
        Certificates certificates();

        /** The partner's own by that channel whose return addresses are kept, newest first. */
        List<Held> recent(PartnerId partner, Channel channel, int most);

        /** What the partner can look up by that channel, newest first: what {@link Notices#show} kept. */
        List<Notices.Sealed> shown(PartnerId partner, Channel channel, int most);

        /** What is to be sent of one that is outstanding; empty where its receipt has come. */
        Optional<Outbox.Claimed> claimed(SubmissionId id);

        /** Whether {@link Claims#notices} would give anything. */
        boolean anybodyToTell(Channel channel, Due due);

        /** Whether {@link Claims#outbox} would give anything. */
        boolean anythingToSend(Due due);

        /** Counts the outstanding ones and those held back, and those of them that are overdue at {@code now}. */
        Inquire.Backlog backlog(Deadlines deadlines, Instant now);

        /**
         * Those that were overdue at {@code by} already, about which nobody has done anything after that, and to which this
         * rung has not called; in the order of admission.
         *
         * @param force of this force only; empty for every one
         */
        List<Particulars> uncalled(String rung, Optional<ForceId> force, Deadlines deadlines, Instant by, int most);

        /**
         * Those whose receipt came, or that were given up, at {@code settledBy} or before, that are not erased, under no legal
         * hold, and have no untold notice, unless that was at {@code evenUntoldBy} or before; oldest first.
         */
        List<Held.Ended> erasable(Instant settledBy, Instant evenUntoldBy, int most);
    }

    /** What is due is given to one, and left alone by all others for a while. */
    interface Claims {
        /**
         * Takes outstanding submissions that are due, urgent ones first, then in the order of admission, and makes them
         * due again at {@code until}, so that nobody else takes them before.
         *
         * @param mostBytes of envelopes in total; a single larger one is taken alone
         */
        List<SubmissionId> outbox(Due due, Instant until, int most, long mostBytes);

        /**
         * Takes notices that are due, oldest first, and makes them due again at {@code until}. A later notice about a
         * submission to the same address waits until the earlier one is told.
         */
        List<Notices.Sealed> notices(Channel channel, Due due, Instant until, int most);
    }

    /** What can be changed, all in the one commit. */
    interface Writes extends Reads {
        @Override
        LedgerRecords ledger();

        Outbox outbox();

        Notices notices();

        Interventions interventions();

        Vetting vetting();

        LegalHolds legalHolds();

        /** The force's next number: 1, 2, 3, …; given back where the commit fails. */
        long nextSequence(ForceId force);

        /** Keeps, instead of any other, the checkpoint that the force has seen, which the ledger has recognised. */
        void saw(ForceId force, SignedCheckpoint checkpoint);

        /** Keeps a stretch of the ledger that was reconciled, which follows the newest one, and its certificates. */
        void reconciled(Certificates.Stretch stretch, List<Certificates.Signed> certificates);

        /** Keeps a new submission and puts it into the outbox, due at once. */
        void take(Intake intake);

        /** Keeps the receipt and takes the submission out of the outbox, where it is still there. */
        void settle(Held.Settled settled, Bytes receipt);

        /**
         * Deletes the envelope, the expectation, the return address and every notice of it, so that the
         * deleted bytes are overwritten where the database can do that.
         */
        void erase(Held.Erased erased);

        /** Remembers the digest of something for a while; false where it is remembered already. */
        boolean remember(Memory kind, Sha256 digest, Instant at);

        /** Forgets what was remembered, and the fingerprints of what was admitted, before that time. */
        void forgetBefore(Instant time);
    }

    /** What short-lived memories are about. */
    enum Memory {
        /** A thing that came from a force's receipt queue and was no receipt. */
        FALSE_RECEIPT,
        /** An arrival that was turned away. */
        TURNED_AWAY,
        /** A force's request for what it lacks. */
        RESEND_REQUEST,
        /** A receipt that an operator brought. */
        BROUGHT_RECEIPT,
        /** An address that was told today that something is held back. */
        HELD_NOTICE
    }

    /**
     * Everything that is kept of a new submission.
     *
     * @param position the index of its first ledger entry: the order of admission over all forces; the next one releases it
     * @param fingerprints by which an equal one is known
     * @param returnAddress sealed
     */
    record Intake(
            Held.Waiting waiting,
            long position,
            Set<Sha256> fingerprints,
            Bytes returnAddress,
            Bytes envelope,
            ReceiptExpectation expectation) {
        public Intake {
            fingerprints = Set.copyOf(fingerprints);
        }
    }
}
