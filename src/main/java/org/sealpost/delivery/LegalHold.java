package org.sealpost.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/**
 * That a submission's sealed content is not erased, whatever its term says.
 *
 * @param number the order in which they were set, from 1
 * @param end what is proposed about its end
 */
public record LegalHold(
        long number, SubmissionId id, Reference reference, OperatorName by, Instant since, Optional<End> end) {
    /** How long somebody else has to confirm its end. */
    static final Duration OPEN = Proposal.LIFE;

    /** Somebody thinks that it may end. */
    public record End(OperatorName by, Instant at) {
        boolean isOpen(Instant now) {
            return now.isBefore(at.plus(OPEN));
        }
    }

    /** The proposal that can still be confirmed. */
    public Optional<End> openEnd(Instant now) {
        return end.filter(proposed -> proposed.isOpen(now));
    }
}
