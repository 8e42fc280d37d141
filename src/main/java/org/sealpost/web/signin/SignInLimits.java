package org.sealpost.web.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts wrong passwords: in a window of 15 minutes at most 10 for an account from one address, 50 from one address, 200
 * for one account from anywhere. Remembers 10,000 counts, the oldest-used go first. Safe to share between threads.
 *
 * <p>A count begins with its first failure and ends with its window, so nobody is shut out for longer than that; the bound
 * for an account from everywhere is wide, so that a stranger cannot easily shut its owner out.
 */
public final class SignInLimits {
    /** How long a count lasts. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    public SignInLimits(Clock clock) {
        this.clock = clock;
    }

    /** Whether a password may be tried at all. */
    public synchronized boolean allows(String account, String address) {
        Instant now = clock.instant();
        return bounds(account, address).stream().allMatch(bound -> {
            Count count = counts.get(bound.key);
            return count == null || !now.isBefore(count.until) || count.failures < bound.most;
        });
    }

    /** A password was wrong. */
    public synchronized void failed(String account, String address) {
        Instant now = clock.instant();
        for (Bound bound : bounds(account, address)) {
            Count old = counts.get(bound.key);
            counts.put(
                    bound.key,
                    old == null || !now.isBefore(old.until)
                            ? new Count(1, now.plus(WINDOW))
                            : new Count(old.failures + 1, old.until));
        }
    }

    private static List<Bound> bounds(String account, String address) {
        String name = account.toLowerCase(Locale.ROOT);
        String shortName = name.length() > 254 ? name.substring(0, 254) : name;
        return List.of(
                new Bound("both " + address + " " + shortName, 10),
                new Bound("address " + address, 50),
                new Bound("account " + shortName, 200));
    }

    private record Bound(String key, int most) {}

    private record Count(int failures, Instant until) {}
}
