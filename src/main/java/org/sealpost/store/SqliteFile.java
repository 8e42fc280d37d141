package org.sealpost.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * The embedded database: a write-ahead log that is synced at every commit, so a commit outlives the process and the power;
 * deleted bytes are overwritten with zeros; nothing is written to temporary files.
 */
final class SqliteFile {
    /** Empties the write-ahead log, which may still hold pages as they were before something was deleted. */
    static final String AFTER_DELETING = "PRAGMA wal_checkpoint(TRUNCATE)";

    private final DatabaseSettings.Sqlite settings;

    SqliteFile(DatabaseSettings.Sqlite settings) {
        this.settings = settings;
    }

    /** Where it is missing, empty. */
    void make() {
        make(settings.file().toAbsolutePath());
    }

    DataSource forWriting() {
        return source(TransactionMode.IMMEDIATE, false);
    }

    DataSource forReading() {
        return source(TransactionMode.DEFERRED, true);
    }

    DataSource forMigration() {
        return source(TransactionMode.DEFERRED, false);
    }

    /** Of a file that nobody else has open: makes no log beside it. */
    DataSource forCopy() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + settings.file().toAbsolutePath());
        return source;
    }

    private DataSource source(TransactionMode mode, boolean readsOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) settings.patience().toMillis());
        config.setTempStore(TempStore.MEMORY);
        config.setTransactionMode(mode);
        config.setPragma(Pragma.SECURE_DELETE, "on");
        SQLiteDataSource source = readsOnly ? new QueryOnlySource(config) : new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + settings.file().toAbsolutePath());
        return source;
    }

    /** The log and the shared memory beside the file take over the file's permissions (SQLite, "Write-Ahead Logging"). */
    private static void make(Path file) {
        try {
            Path folder = file.getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder, ownerOnly("rwx------"));
            }
            Files.createFile(file, ownerOnly("rw-------"));
        } catch (FileAlreadyExistsException e) {
            // Made at an earlier start.
        } catch (IOException e) {
            throw new UncheckedIOException("the database file cannot be made", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
