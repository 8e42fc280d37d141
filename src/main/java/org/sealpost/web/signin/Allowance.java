package org.sealpost.web.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts how often each of many asks, in windows that begin with the first time. Remembers 10,000 of them, the oldest-used go
 * first. Safe to share between threads.
 */
public final class Allowance {
    private static final int REMEMBERED = 10_000;

    private final int most;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Allowance(int most, Duration window, Clock clock) {
        this.most = most;
        this.window = window;
        this.clock = clock;
    }

    /** Zero where it is allowed, and counted; otherwise how long to wait. */
    public synchronized Duration take(String who) {
        Instant now = clock.instant();
        Count old = counts.get(who);
        // A window that would end later than one that begins now is from before the clock was set back.
        Count count = old != null && now.isBefore(old.until) && !old.until.isAfter(now.plus(window))
                ? old
                : new Count(0, now.plus(window));
        if (count.taken >= most) {
            return Duration.between(now, count.until);
        }
        counts.put(who, new Count(count.taken + 1, count.until));
        return Duration.ZERO;
    }

    private record Count(int taken, Instant until) {}
}
