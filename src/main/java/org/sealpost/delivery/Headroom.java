package org.sealpost.delivery;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Bounds what all admissions under way hold in the heap: a form, its content with every original in base64, that signed, that
 * encrypted, and the envelope around it. Whoever finds no room waits, in turn. Safe to share between threads.
 */
public final class Headroom {
    /** How many times its own size a submission takes while it is admitted. */
    private static final int TIMES = 6;
    /** Of the heap; the rest is for what comes in meanwhile, what goes out, and the program itself. */
    private static final double SHARE = 0.6;

    private static final int KIBIBYTE = 1024;

    private final int kibibytes;
    private final Semaphore free;

    /** @param heap in bytes, as of {@link Runtime#maxMemory()} */
    public Headroom(long heap) {
        this.kibibytes = (int) Math.min(Integer.MAX_VALUE, (long) (heap * SHARE) / KIBIBYTE);
        this.free = new Semaphore(kibibytes, true);
    }

    /** How large a submission may be at most, in bytes; for a larger one there is never room. */
    public long largest() {
        return (long) kibibytes * KIBIBYTE / TIMES;
    }

    /**
     * Does the work when there is room for it.
     *
     * @param bytes of the submission, at most {@link #largest()}
     */
    <T> T with(long bytes, Supplier<T> work) {
        int taken = Math.toIntExact((bytes * TIMES + KIBIBYTE - 1) / KIBIBYTE);
        free.acquireUninterruptibly(taken);
        try {
            return work.get();
        } finally {
            free.release(taken);
        }
    }
}
