package org.sealpost.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.sealpost.submission.ForceId;

/**
 * After what time without a receipt a submission is overdue, counted from its admission.
 *
 * @param usual for every force that has none of its own
 * @param own those of single forces
 */
public record Deadlines(Pair usual, Map<ForceId, Pair> own) {
    /** 1 hour, urgent ones 10 minutes, for every force. */
    public static final Deadlines DEFAULTS =
            new Deadlines(new Pair(Duration.ofHours(1), Duration.ofMinutes(10)), Map.of());

    public Deadlines {
        own = Map.copyOf(own);
    }

    /** For usual and for urgent submissions; both are positive. */
    public record Pair(Duration others, Duration urgent) {
        /** @throws IllegalArgumentException where one is not positive */
        public Pair {
            if (others.isNegative() || others.isZero() || urgent.isNegative() || urgent.isZero()) {
                throw new IllegalArgumentException("deadlines are positive");
            }
        }

        Duration of(boolean isUrgent) {
            return isUrgent ? urgent : others;
        }
    }

    public Duration of(ForceId force, boolean urgent) {
        return own.getOrDefault(force, usual).of(urgent);
    }

    /** When it becomes overdue. */
    public Instant of(Particulars of) {
        return of.admittedAt().plus(of(of.force(), of.urgent()));
    }
}
