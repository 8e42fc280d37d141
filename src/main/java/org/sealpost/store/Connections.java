package org.sealpost.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.sealpost.delivery.Custody;

/**
 * One connection for writers, who take turns and are committed in groups, a few for readers, and a few for claims where these need
 * not take turns.
 */
final class Connections implements AutoCloseable {
    /** One for each kind of work that is taken so: envelopes, e-mails, files. */
    private static final int CLAIMERS = 3;

    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final GroupCommit groups;
    private final Optional<HikariDataSource> claimers;
    private final Optional<HikariDataSource> atOnce;
    private final Dialect dialect;
    private final Duration patience;

    Connections(DataSource writing, DataSource reading, DatabaseSettings settings, Dialect dialect) {
        this.writer = pool("writer", writing, 1, settings.patience());
        HikariConfig readers = config("readers", reading, settings.readers(), settings.patience());
        // SQLite's connections refuse to write by themselves.
        readers.setReadOnly(dialect.rowsAreLocked());
        this.readers = new HikariDataSource(readers);
        this.groups = new GroupCommit(writer, dialect.takeTurn(), settings.patience());
        this.claimers = dialect.rowsAreLocked()
                ? Optional.of(pool("claims", writing, CLAIMERS, settings.patience()))
                : Optional.empty();
        this.atOnce = dialect.rowsAreLocked()
                ? Optional.of(pool("leases", writing, 1, settings.patience()))
                : Optional.empty();
        this.dialect = dialect;
        this.patience = settings.patience();
    }

    private static HikariDataSource pool(String name, DataSource source, int size, Duration patience) {
        return new HikariDataSource(config(name, source, size, patience));
    }

    private static HikariConfig config(String name, DataSource source, int size, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sealpost-" + name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(Math.max(250, patience.toMillis()));
        config.setAutoCommit(true);
        return config;
    }

    <T> T write(Function<Sql, T> work) {
        return groups.write(work);
    }

    <T> T claim(Function<Custody.Claims, T> work) {
        Function<Sql, T> claiming = sql -> work.apply(new SqlClaims(sql, dialect));
        return claimers.isPresent() ? inTransaction(claimers.get(), claiming) : write(claiming);
    }

    /** One statement that commits itself, on a connection of its own; only where several gateways can be. */
    <T> T atOnce(Function<Sql, T> statement) {
        try (Connection connection = atOnce.orElseThrow().getConnection()) {
            return statement.apply(new Sql(connection));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    boolean areShared() {
        return atOnce.isPresent();
    }

    <T> T read(Function<Sql, T> work) {
        return inTransaction(readers, work);
    }

    private static <T> T inTransaction(HikariDataSource pool, Function<Sql, T> work) {
        try (Connection connection = pool.getConnection()) {
            try {
                connection.setAutoCommit(false);
                T done = work.apply(new Sql(connection));
                // Commits (JDBC). commit() would have SQLite's driver begin the next transaction at once and hold its
                // lock.
                connection.setAutoCommit(true);
                return done;
            } catch (Throwable e) {
                rollBack(pool, connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /**
     * A connection on which even that fails is not used again. SQLite's driver believes then that it is within a transaction
     * and begins no other, so that each statement of the next one would be committed by itself.
     */
    static void rollBack(DataSource source, Connection connection, Throwable why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
            if (source instanceof HikariDataSource pool) {
                pool.evictConnection(connection);
            }
        }
    }

    /** Waits for no reader: whose turn it hinders leaves it to a later one. */
    void scrub() {
        if (dialect.afterDeleting().isEmpty()) {
            return;
        }
        try (Connection connection = writer.getConnection();
                Statement statement = connection.createStatement()) {
            try {
                statement.execute("PRAGMA busy_timeout = 0");
                statement.execute(dialect.afterDeleting());
            } finally {
                statement.execute("PRAGMA busy_timeout = " + patience.toMillis());
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
        claimers.ifPresent(HikariDataSource::close);
        atOnce.ifPresent(HikariDataSource::close);
    }
}
