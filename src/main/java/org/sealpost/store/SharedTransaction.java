package org.sealpost.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writing transaction with the works of several writers in it, one after the other. All but the waiting is done by
 * whoever has the turn ({@link GroupCommit}).
 */
final class SharedTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(SharedTransaction.class);

    /** Whoever came first waits for those behind him: for so many, or so long, at most. */
    private static final int MOST = 64;

    private static final long LONGEST_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(30);

    private final DataSource pool;
    private final Connection connection;
    private final Sql sql;
    private final long begun = System.nanoTime();
    private final CountDownLatch ended = new CountDownLatch(1);
    private int works;
    private volatile @Nullable Throwable lost;
    private volatile boolean committed;

    private SharedTransaction(DataSource pool, Connection connection) {
        this.pool = pool;
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    /** @param firstOfAll a query that makes the transaction wait for its turn; empty where beginning one does */
    static SharedTransaction begin(DataSource writer, String firstOfAll) {
        try {
            Connection connection = writer.getConnection();
            SharedTransaction transaction = new SharedTransaction(writer, connection);
            try {
                connection.setAutoCommit(false);
                if (!firstOfAll.isEmpty()) {
                    transaction.sql.first(firstOfAll, row -> true);
                }
                return transaction;
            } catch (Throwable e) {
                transaction.rollBack(e);
                transaction.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Where it throws, nothing of this work is in the transaction any more. */
    <T> T add(Function<Sql, T> work) {
        try {
            // Before the first there is nothing that it could take along.
            Savepoint before = works == 0 ? null : connection.setSavepoint();
            UnsignedHead.Left unsigned = sql.unsigned.mark();
            try {
                T done = work.apply(sql);
                if (before != null) {
                    connection.releaseSavepoint(before);
                }
                works++;
                return done;
            } catch (Throwable e) {
                undo(before, e);
                sql.unsigned.backTo(unsigned);
                throw e;
            }
        } catch (SQLException e) {
            lost = e;
            throw new StoreException(e);
        }
    }

    /** Where even that fails, as on a lost connection, the works before it are lost, too. */
    private void undo(@Nullable Savepoint before, Throwable why) {
        if (before == null) {
            return;
        }
        try {
            connection.rollback(before);
        } catch (Throwable e) {
            lost = e;
            if (e != why) {
                why.addSuppressed(e);
            }
        }
    }

    /** Whether it takes no more works. */
    boolean isOver() {
        return works == 0 || lost != null || works >= MOST || System.nanoTime() - begun > LONGEST_NANOSECONDS;
    }

    /** Commits what is in it. Called once. Whatever goes wrong, an error of the machine too, those who wait hear of it. */
    void end() {
        try {
            if (works == 0 || lost != null) {
                rollBack(new SQLException("there is nothing to commit"));
            } else {
                sql.unsigned.sign(sql);
                // Commits (JDBC). commit() would have SQLite's driver begin the next transaction at once and hold its
                // lock.
                connection.setAutoCommit(true);
                committed = true;
            }
        } catch (Throwable e) {
            lost = e;
            rollBack(e);
        } finally {
            close();
            ended.countDown();
        }
    }

    private void rollBack(Throwable why) {
        Connections.rollBack(pool, connection, why);
    }

    /** What becomes of the connection changes nothing about what was committed. */
    private void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("a database connection did not close in order: code {}", e.getErrorCode());
        }
    }

    boolean isEnded() {
        return ended.getCount() == 0;
    }

    /** Whether it has ended by now. */
    boolean awaitEnd(long milliseconds) throws InterruptedException {
        return ended.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    void throwIfLost() {
        if (!committed) {
            Throwable why = lost;
            throw why instanceof SQLException e
                    ? new StoreException(e)
                    : new StoreException("what was to be committed with others was not", why);
        }
    }
}
