package org.sealpost.delivery;

import java.time.Instant;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.SubmissionId;

/** Outstanding submissions and when each is due. Part of one commit of {@link Custody}. */
public interface Outbox {
    /** Keeps the state of one that is already in the outbox, and when it is due again. */
    void keep(Held.Outstanding outstanding, Instant due);

    /** A person was called to it; false where one was before, or where its receipt came meanwhile. */
    boolean called(SubmissionId id, Instant at);

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
