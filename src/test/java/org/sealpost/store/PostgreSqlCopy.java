package org.sealpost.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL with a folder of its own, copied as {@code pg_basebackup} does it: while it goes on. */
public final class PostgreSqlCopy implements AutoCloseable {
    private final Path data;
    private final EmbeddedPostgres server;

    private PostgreSqlCopy(Path data) {
        this.data = data;
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param data made where it is missing */
    public static PostgreSqlCopy start(Path data) {
        return new PostgreSqlCopy(data);
    }

    public DatabaseSettings settings() {
        return new DatabaseSettings.PostgreSql(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    }

    /** The files as they are in the middle of the work, and the log of all that was done meanwhile, to be replayed. */
    public void baseBackup(Path to) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            boolean renamed = connection.getMetaData().getDatabaseMajorVersion() >= 15;
            statement.execute(
                    renamed ? "SELECT pg_backup_start('drill', true)" : "SELECT pg_start_backup('drill', true, false)");
            copy(data, to);
            try (ResultSet stop = statement.executeQuery(
                    renamed
                            ? "SELECT labelfile FROM pg_backup_stop(false)"
                            : "SELECT labelfile FROM pg_stop_backup(false, false)")) {
                stop.next();
                Files.writeString(to.resolve("backup_label"), stop.getString(1));
            }
            copy(data.resolve("pg_wal"), to.resolve("pg_wal"));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path one : all) {
            Path there = to.resolve(from.relativize(one).toString());
            if (one.getFileName().toString().startsWith("postmaster.")
                    || one.getFileName().toString().equals("epg-lock")) {
                continue;
            }
            try {
                if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(
                            there, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                } else {
                    Files.copy(one, there, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (NoSuchFileException e) {
                // It went meanwhile, which the log knows.
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
