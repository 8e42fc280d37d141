package org.sealpost.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * When a certificate ends.
 *
 * @param certificate what it is for, in words of the configuration and never of its holder
 * @param until its last second
 */
public record Expiry(String certificate, Instant until) {
    private static final int[] STEPS = {0, 7, 14, 30};

    /** Whole days that are left, rounded down; negative where it has ended. */
    public long days(Instant now) {
        return Math.floorDiv(
                Duration.between(now, until).toSeconds(), Duration.ofDays(1).toSeconds());
    }

    /** The narrowest of 30, 14 and 7 days that it ends within, 0 where it has ended; empty where there is time. */
    public OptionalInt step(Instant now) {
        long seconds = Duration.between(now, until).toSeconds();
        return IntStream.of(STEPS)
                .filter(step -> seconds < Duration.ofDays(step).toSeconds())
                .findFirst();
    }

    /** For people, where there is a {@link #step}. */
    String sentence(Instant now) {
        long days = days(now);
        String when = days < 0 ? "has ended" : days == 1 ? "ends in 1 day" : "ends in " + days + " days";
        return "The certificate for " + certificate + " " + when + ": put a new one in its place.";
    }
}
