package org.sealpost.channel.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts how often each letter could not be admitted, and lets it rest for growing pauses while the others go on. In
 * memory only: after a restart every letter starts afresh. Safe to share between threads.
 */
final class Faults {
    private final Map<LetterId, Count> counts = new ConcurrentHashMap<>();
    private final Duration firstPause;
    private final Duration longestPause;
    private final Clock clock;

    Faults(Duration firstPause, Duration longestPause, Clock clock) {
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.clock = clock;
    }

    /** Notes one more, and says how many there are now. */
    int add(LetterId letter) {
        return counts.compute(letter, (id, before) -> {
                    int times = before == null ? 1 : before.times + 1;
                    return new Count(times, clock.instant().plus(pause(times)));
                })
                .times;
    }

    boolean resting(LetterId letter) {
        Count count = counts.get(letter);
        return count != null && clock.instant().isBefore(count.until);
    }

    void forget(LetterId letter) {
        counts.remove(letter);
    }

    /** Forgets the letters of earlier lives of the folder, whose UIDs may be others' now. */
    void forgetOthersThan(long uidValidity) {
        counts.keySet().removeIf(letter -> letter.uidValidity() != uidValidity);
    }

    private Duration pause(int times) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(times - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    private record Count(int times, Instant until) {}
}
