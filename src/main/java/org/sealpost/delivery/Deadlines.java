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
 * @param held after what time something that is held back waits too long for a person, for every force; shorter, because until
 *     then nothing at all happens to it
 */
public record Deadlines(Pair usual, Map<ForceId, Pair> own, Pair held) {
    private static final Pair HELD = new Pair(Duration.ofMinutes(15), Duration.ofMinutes(2));

    /** 1 hour, urgent ones 10 minutes, for every force. */
    public static final Deadlines DEFAULTS =
            new Deadlines(new Pair(Duration.ofHours(1), Duration.ofMinutes(10)), Map.of());

    /** What is held back: 15 minutes, urgent ones 2. */
    public Deadlines(Pair usual, Map<ForceId, Pair> own) {
        this(usual, own, HELD);
    }

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

    /** When it has waited too long for a person. */
    public Instant of(HeldBack.Facts of) {
        return of.since().plus(held.of(of.urgent()));
    }

    /** When it becomes overdue. */
    public Instant of(Particulars of) {
        return of.admittedAt().plus(of(of.force(), of.urgent()));
    }
}
