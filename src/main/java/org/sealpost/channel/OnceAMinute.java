package org.sealpost.channel;

import java.time.Duration;

/** A fault that lasts for a night fills no log: one like the last is news again after a minute. Safe to share between threads. */
public final class OnceAMinute {
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private String last = "";
    private long noted;

    /** Whether to note it. */
    public synchronized boolean isNews(String kind) {
        long now = System.nanoTime();
        if (kind.equals(last) && now - noted < QUIET_NANOS) {
            return false;
        }
        last = kind;
        noted = now;
        return true;
    }
}
