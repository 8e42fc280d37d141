package org.sealpost.delivery;

import java.time.Instant;
import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.SubmissionId;

/** Outstanding submissions and when each is due. Part of one commit of {@link Custody}. */
public interface Outbox {
    /**
     * Keeps the state of one that is already in the outbox, and when it is due again.
     *
     * @param failure of what kind the last failure was, where the last try failed
     */
    void keep(Held.Outstanding outstanding, Instant due, Optional<String> failure);

    /** A receipt came that said it was for it and was not true. */
    void falseReceipt(SubmissionId id);

    /** This rung has called to it; false where it had before, or where it is no longer outstanding. */
    boolean called(SubmissionId id, String rung, Instant at);

    /**
     * One that is due.
     *
     * @param released the index of the ledger entry by which it was released to the force
     * @param attempt from 1
     */
    record Claimed(
            SubmissionId id,
            ForceId force,
            long sequence,
            long released,
            int attempt,
            boolean urgent,
            Bytes envelope) {}
}
