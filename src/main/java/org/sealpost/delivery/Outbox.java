package org.sealpost.delivery;

import java.time.Instant;
import java.util.List;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.SubmissionId;

/** Outstanding submissions and when each is due. Part of one commit of {@link Custody}. */
public interface Outbox {
    /**
     * Takes those due at {@code now}, urgent ones first, then in the order of admission, and makes them due again at
     * {@code until}, so that nobody else takes them before.
     *
     * @param mostBytes of envelopes in total; a single larger one is taken alone
     */
    List<Claimed> claim(Instant now, Instant until, int most, long mostBytes);

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
