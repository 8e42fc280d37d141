package org.sealpost.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writers take turns, each on its own thread, in the order in which they came. One that finds others waiting leaves the
 * transaction open for the next, and the last one commits for all: many works, one sync of the disk. A work that throws is
 * undone alone. Nobody's work returns before the commit that holds it. Safe to share between threads.
 */
final class GroupCommit {
    /** Whoever was waiting may give up; then one of those who were to be committed with him does it after this time. */
    private static final long RELIEF_MILLISECONDS = 10;

    private final DataSource writer;
    private final String firstOfAll;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable SharedTransaction open;

    /**
     * @param firstOfAll a query that makes a writing transaction wait for its turn; empty where beginning one does
     * @param patience how long a writer waits for his turn
     */
    GroupCommit(DataSource writer, String firstOfAll, Duration patience) {
        this.writer = writer;
        this.firstOfAll = firstOfAll;
        this.patience = patience;
    }

    /** @throws StoreException where it could not be stored, or the turn did not come in time */
    <T> T write(Function<Sql, T> work) {
        takeTurn();
        SharedTransaction group;
        T done;
        try {
            group = open == null ? SharedTransaction.begin(writer, firstOfAll) : open;
            open = group;
            try {
                done = group.add(work);
            } finally {
                if (!turn.hasQueuedThreads() || group.isOver()) {
                    end(group);
                }
            }
        } finally {
            turn.unlock();
        }
        awaitEnd(group);
        return done;
    }

    private void takeTurn() {
        try {
            if (turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StoreException(new SQLException("a writer's turn did not come in time"));
    }

    private void end(SharedTransaction group) {
        open = null;
        group.end();
    }

    /** An interrupt changes nothing about what is being stored, and is left for the caller to see. */
    private void awaitEnd(SharedTransaction group) {
        boolean interrupted = false;
        while (!group.isEnded()) {
            try {
                if (!group.awaitEnd(RELIEF_MILLISECONDS) && turn.tryLock()) {
                    try {
                        if (open == group) {
                            end(group);
                        }
                    } finally {
                        turn.unlock();
                    }
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        group.throwIfLost();
    }

    boolean isTaken() {
        return turn.isLocked();
    }

    /** How many wait for their turn, roughly. */
    int waiting() {
        return turn.getQueueLength();
    }
}
