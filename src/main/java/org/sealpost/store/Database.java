package org.sealpost.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sealpost.delivery.Custody;
import org.sealpost.delivery.Leases;
import org.sealpost.identity.SignInLinks;
import org.sealpost.ledger.LedgerHistory;

/** The one database, opened and brought up to date. Safe to share between threads. */
public final class Database implements AutoCloseable {
    private final Connections connections;
    private final Custody custody;

    private Database(Connections connections) {
        this.connections = connections;
        this.custody = new SqlCustody(connections);
    }

    /**
     * Makes the database where it is missing, migrates it, and opens it.
     *
     * @throws RuntimeException where it cannot be opened, or was migrated by a newer version
     */
    public static Database open(DatabaseSettings settings) {
        Connections connections;
        if (settings instanceof DatabaseSettings.Sqlite sqlite) {
            SqliteFile file = new SqliteFile(sqlite);
            file.make();
            migrate(file.forMigration(), "sqlite");
            connections = new Connections(file.forWriting(), file.forReading(), settings, Dialect.SQLITE);
        } else {
            PostgreSqlServer server = new PostgreSqlServer((DatabaseSettings.PostgreSql) settings);
            migrate(server.forMigration(), "postgresql");
            connections = new Connections(server.forWriting(), server.forReading(), settings, Dialect.POSTGRESQL);
        }
        try {
            return new Database(connections);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    public Custody custody() {
        return custody;
    }

    public SignInLinks signInLinks() {
        return new SqlSignInLinks(connections);
    }

    /** Empty on the embedded database, which one gateway has for itself. */
    public Optional<Leases> leases() {
        return connections.areShared() ? Optional.of(new SqlLeases(connections)) : Optional.empty();
    }

    /**
     * Reads the whole ledger as it stands now, such as for an export; writers go on meanwhile.
     *
     * @param work done with the history by the time it returns
     */
    public <T> T history(Function<? super LedgerHistory, ? extends T> work) {
        return connections.read(sql -> work.apply(new SqlLedgerHistory(sql)));
    }

    /**
     * Reads the whole ledger of a database that is there, whoever else has it open; makes, migrates and changes nothing.
     *
     * @param work done with the history by the time it returns
     * @return empty where there is no ledger
     * @throws StoreException where the server does not answer
     */
    public static <T> Optional<T> historyOf(
            DatabaseSettings settings, Function<? super LedgerHistory, ? extends T> work) {
        return readingFrom(settings, sql -> work.apply(new SqlLedgerHistory(sql)));
    }

    private static <T> Optional<T> readingFrom(DatabaseSettings settings, Function<Sql, ? extends T> work) {
        DataSource source;
        if (settings instanceof DatabaseSettings.Sqlite sqlite) {
            if (!Files.isRegularFile(sqlite.file())) {
                return Optional.empty();
            }
            source = new SqliteFile(sqlite).forReading();
        } else {
            source = new PostgreSqlServer((DatabaseSettings.PostgreSql) settings).forReading();
        }
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Sql sql = new Sql(connection);
            return hasLedger(sql) ? Optional.of(work.apply(sql)) : Optional.empty();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /**
     * Looks at one state of a database that is there, whoever else has it open; makes, migrates and changes nothing.
     *
     * @param work done with what it gets by the time it returns
     * @return empty where there is none
     * @throws StoreException where the server does not answer, or the database is of another version
     */
    public static <T> Optional<T> lookInto(
            DatabaseSettings settings, Function<? super Custody.Reads, ? extends T> work) {
        return readingFrom(settings, sql -> work.apply(new SqlReads(sql)));
    }

    /**
     * Does a little work in a database that is there and of this version, while its gateway runs or not; makes and migrates nothing.
     *
     * @return empty where there is none, or one of another version
     * @throws StoreException where it does not answer
     */
    public static <T> Optional<T> writeInto(DatabaseSettings settings, Function<? super Custody, ? extends T> work) {
        if (readingFrom(settings, sql -> true).isEmpty()) {
            return Optional.empty();
        }
        if (settings instanceof DatabaseSettings.Sqlite sqlite) {
            SqliteFile file = new SqliteFile(sqlite);
            return isOfThisVersion(file.forMigration(), "sqlite")
                    ? doneIn(new Connections(file.forWriting(), file.forReading(), settings, Dialect.SQLITE), work)
                    : Optional.empty();
        }
        PostgreSqlServer server = new PostgreSqlServer((DatabaseSettings.PostgreSql) settings);
        return isOfThisVersion(server.forMigration(), "postgresql")
                ? doneIn(new Connections(server.forWriting(), server.forReading(), settings, Dialect.POSTGRESQL), work)
                : Optional.empty();
    }

    private static <T> Optional<T> doneIn(Connections connections, Function<? super Custody, ? extends T> work) {
        try (connections) {
            return Optional.of(work.apply(new SqlCustody(connections)));
        }
    }

    /**
     * Writes the embedded database as it stands at one moment to a file, while its gateway goes on. The file appears when it is
     * whole, checked and synced, takes the place of one of that name, and is its owner's alone.
     *
     * @return how many entries the ledger has in it; empty where there is no database
     * @throws StoreException where it cannot be read
     * @throws java.io.UncheckedIOException where the file cannot be made
     */
    public static OptionalLong backup(DatabaseSettings.Sqlite settings, Path file) {
        return Files.isRegularFile(settings.file())
                ? OptionalLong.of(SqliteBackup.write(settings, file))
                : OptionalLong.empty();
    }

    private static boolean hasLedger(Sql sql) {
        try {
            return sql.first("SELECT size FROM ledger_head", row -> true).isPresent();
        } catch (StoreException e) {
            return false;
        }
    }

    /** Whether it answers now. */
    public boolean answers() {
        try {
            return connections.read(Database::hasLedger);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Waits for nothing: what is not committed is lost. */
    @Override
    public void close() {
        connections.close();
    }

    private static void migrate(DataSource source, String kind) {
        flyway(source, kind).migrate();
    }

    private static boolean isOfThisVersion(DataSource source, String kind) {
        return flyway(source, kind).validateWithResult().validationSuccessful;
    }

    private static Flyway flyway(DataSource source, String kind) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/" + kind)
                .cleanDisabled(true)
                .validateMigrationNaming(true)
                .load();
    }
}
