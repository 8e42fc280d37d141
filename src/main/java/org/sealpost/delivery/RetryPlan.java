package org.sealpost.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before trying again. Pauses double from the first to the longest; there is no chance in them.
 *
 * @param firstReceiptPause how long to wait for a receipt after the first attempt; 1 minute unless told otherwise
 * @param longestReceiptPause 1 hour unless told otherwise
 * @param firstFailurePause how long to wait after a failure to hand over; 1 second unless told otherwise
 * @param longestFailurePause 1 minute unless told otherwise
 * @param claim for how long something taken to be sent is left alone, and so rests where its gateway dies; 20 seconds
 *     unless told otherwise
 * @param batch how many are taken at once; 16 unless told otherwise
 * @param batchBytes how many bytes of envelopes are taken at once; 64 MiB unless told otherwise
 */
public record RetryPlan(
        Duration firstReceiptPause,
        Duration longestReceiptPause,
        Duration firstFailurePause,
        Duration longestFailurePause,
        Duration claim,
        int batch,
        long batchBytes) {
    private static final Duration LONGEST_TELLING_PAUSE = Duration.ofMinutes(10);

    public static final RetryPlan DEFAULTS = new RetryPlan(
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(20),
            16,
            64L * 1024 * 1024);

    public RetryPlan {
        if (!positive(firstReceiptPause)
                || !positive(firstFailurePause)
                || !positive(claim)
                || batch < 1
                || batchBytes < 1) {
            throw new IllegalArgumentException("pauses and batches are positive");
        }
        if (longestReceiptPause.compareTo(firstReceiptPause) < 0
                || longestFailurePause.compareTo(firstFailurePause) < 0) {
            throw new IllegalArgumentException("the longest pause is no shorter than the first");
        }
    }

    /** How long to wait for a receipt after attempt {@code attempt}, from 1. */
    Duration afterSending(int attempt) {
        return grown(firstReceiptPause, longestReceiptPause, attempt);
    }

    /** How long to wait after failure {@code failure} in a row, from 1. */
    Duration afterFailing(int failure) {
        return grown(firstFailurePause, longestFailurePause, failure);
    }

    /** How long to wait after failure {@code failure} in a row to tell somebody: most that fail for long are dead addresses. */
    Duration afterFailingToTell(int failure) {
        return grown(firstFailurePause, longestTellingPause(), failure);
    }

    /** For how long a notice that was taken is left alone: a mail server may be slow. */
    Duration tellingClaim() {
        return claim.multipliedBy(3);
    }

    /** Of what is sent. */
    Due toSend(Instant now) {
        return due(now, longest(claim, longest(longestFailurePause, longestReceiptPause)));
    }

    /** Of what is told. */
    Due toTell(Instant now) {
        return due(now, longest(tellingClaim(), longestTellingPause()));
    }

    /** Clocks of several gateways differ: twice the pause is beyond doubt. */
    private static Due due(Instant now, Duration longestPause) {
        return new Due(now, now.plus(longestPause.multipliedBy(2)));
    }

    private Duration longestTellingPause() {
        return longest(longestFailurePause, LONGEST_TELLING_PAUSE);
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration grown(Duration first, Duration longest, int time) {
        Duration pause = first;
        for (int i = 1; i < time && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
