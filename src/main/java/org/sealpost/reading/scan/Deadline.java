package org.sealpost.reading.scan;

import java.time.Duration;

/** A moment by which something must be done. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The earlier of this one and {@code time} from now. */
    public Deadline butAtMost(Duration time) {
        return new Deadline(Math.min(end, System.nanoTime() + time.toNanos()));
    }

    /** Never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    public boolean isOver() {
        return left().isZero();
    }
}
