package org.sealpost.channel.sftp.drop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The memory that all unfinished files share, in pieces of {@link #PIECE} bytes. Safe to share between threads. */
final class MemoryBudget {
    static final int PIECE = 64 << 10;

    private final Semaphore pieces;
    private final Duration wait;

    /** Each piece is counted twice: a finished file is put together from its pieces into one array. */
    MemoryBudget(long bytes, Duration wait) {
        this.pieces = new Semaphore((int) Math.min(Integer.MAX_VALUE, bytes / (2L * PIECE)));
        this.wait = wait;
    }

    /** Waits for room for some more pieces, and says whether it came in time. */
    boolean take(int count) throws InterruptedException {
        return pieces.tryAcquire(count, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    void giveBack(int count) {
        pieces.release(count);
    }

    int freePieces() {
        return pieces.availablePermits();
    }
}
