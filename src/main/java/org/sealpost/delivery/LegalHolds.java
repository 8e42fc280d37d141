package org.sealpost.delivery;

import java.time.Instant;
import org.sealpost.submission.SubmissionId;

/** Which submissions are kept beyond their term. Part of one commit of {@link Custody}. */
public interface LegalHolds {
    /** From now on it is in no list of what may be erased. */
    void set(SubmissionId id, OperatorName by, Instant at);

    /** In place of an earlier such proposal. */
    void proposeEnd(SubmissionId id, OperatorName by, Instant at);

    /** Its term counts again. */
    void end(SubmissionId id);
}
