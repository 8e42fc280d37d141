package org.sealpost.channel.sftp.drop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sealpost.submission.Refusal;

/**
 * The memory that all unfinished files share, in pieces of {@link #PIECE} bytes, and each partner's share of it. Safe to share
 * between threads.
 */
final class MemoryBudget {
    static final int PIECE = 64 << 10;

    /** No judgement of the file: the memory was full. */
    static final Refusal BUSY =
            new Refusal("busy", "The server is busy with other files. Please send this one again in a minute.");

    private static final Refusal TOO_MUCH_AT_ONCE = new Refusal(
            "too-much-at-once",
            "Your unfinished files fill your share of the server's memory. Finish or rename those that are under way, then"
                    + " send this one again.");

    private final Semaphore pieces;
    private final Duration wait;
    private final Refusal whenFull;
    private final Optional<MemoryBudget> whole;

    /** All there is. Each piece is counted twice: a finished file is put together from its pieces into one array. */
    MemoryBudget(long bytes, Duration wait) {
        this(bytes, wait, BUSY, Optional.empty());
    }

    private MemoryBudget(long bytes, Duration wait, Refusal whenFull, Optional<MemoryBudget> whole) {
        this.pieces = new Semaphore((int) Math.min(Integer.MAX_VALUE, bytes / (2L * PIECE)));
        this.wait = wait;
        this.whenFull = whenFull;
        this.whole = whole;
    }

    /** What one partner may have of it at most. */
    MemoryBudget share(long bytes) {
        return new MemoryBudget(bytes, wait, TOO_MUCH_AT_ONCE, Optional.of(this));
    }

    /** Waits for room for some more pieces, and says why it did not come in time. */
    Optional<Refusal> take(int count) throws InterruptedException {
        if (!pieces.tryAcquire(count, wait.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.of(whenFull);
        }
        Optional<Refusal> no = whole.isPresent() ? whole.get().take(count) : Optional.empty();
        if (no.isPresent()) {
            pieces.release(count);
        }
        return no;
    }

    void giveBack(int count) {
        pieces.release(count);
        whole.ifPresent(all -> all.giveBack(count));
    }

    int freePieces() {
        return pieces.availablePermits();
    }
}
