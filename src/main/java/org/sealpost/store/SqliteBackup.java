package org.sealpost.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One state of the embedded database as a file, while a gateway goes on writing to it. */
final class SqliteBackup {
    private SqliteBackup() {}

    /**
     * The file appears when it is whole, checked and synced.
     *
     * @return how many entries the ledger has in it
     */
    static long write(DatabaseSettings.Sqlite settings, Path file) {
        Path place = file.toAbsolutePath();
        if (isOfTheDatabase(settings.file().toAbsolutePath(), place)) {
            throw new IllegalArgumentException("a backup does not take the place of the database");
        }
        Path beside = place.resolveSibling(
                "." + place.getFileName() + "." + ProcessHandle.current().pid());
        try {
            try {
                // SQLite fills an empty file and keeps its permissions.
                Files.createFile(
                        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                copy(settings, beside);
                long entries = checked(beside);
                try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
                try (FileChannel folder = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
                    folder.force(true);
                }
                return entries;
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static boolean isOfTheDatabase(Path database, Path place) {
        String name = database.getFileName().toString();
        try {
            boolean isItself = Files.exists(place) && Files.isSameFile(place, database);
            Path folder = place.getParent();
            return isItself
                    || (folder != null
                            && Files.isDirectory(folder)
                            && Files.isSameFile(folder, database.getParent())
                            && place.getFileName().toString().startsWith(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(DatabaseSettings.Sqlite settings, Path to) throws SQLException {
        try (Connection connection = new SqliteFile(settings).forMigration().getConnection();
                var vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, to.toString());
            vacuum.execute();
        }
    }

    private static long checked(Path copy) throws SQLException {
        DatabaseSettings.Sqlite settings = new DatabaseSettings.Sqlite(copy);
        try (Connection connection = new SqliteFile(settings).forCopy().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet check = statement.executeQuery("PRAGMA integrity_check")) {
                if (!check.next() || !check.getString(1).equals("ok")) {
                    throw new IllegalStateException("the copy is damaged; look at the disks");
                }
            }
            try (ResultSet head = statement.executeQuery("SELECT size FROM ledger_head")) {
                return head.next() ? head.getLong(1) : 0;
            }
        }
    }
}
