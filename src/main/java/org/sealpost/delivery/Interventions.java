package org.sealpost.delivery;

import java.time.Instant;
import org.sealpost.submission.SubmissionId;

/** What people decide about outstanding submissions. Part of one commit of {@link Custody}. */
public interface Interventions {
    /** Keeps a proposal in place of any earlier one about the same submission. */
    void propose(SubmissionId id, Measure measure, OperatorName by, Instant at);

    /** Takes the proposal away, confirmed or not. */
    void close(SubmissionId id);

    /** Somebody did something about it. */
    void acted(SubmissionId id, Instant at);

    /** Its files may be taken; in place of an earlier such decision. */
    void handOver(SubmissionId id, HandedOver decision);

    /** Takes it out of the outbox, without a receipt. */
    void giveUp(Held.GivenUp givenUp);
}
