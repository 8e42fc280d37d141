package org.sealpost.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * What one person wants done about a submission and another one has not yet confirmed.
 *
 * @param number no two proposals have the same
 */
public record Proposal(long number, Measure measure, OperatorName by, Instant at) {
    /** How long it can be confirmed. */
    public static final Duration LIFE = Duration.ofDays(1);

    /** From then on it counts for nothing. */
    public Instant lapsesAt() {
        return at.plus(LIFE);
    }

    public boolean isOpen(Instant now) {
        return now.isBefore(lapsesAt());
    }
}
