package org.sealpost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.sealpost.store.DatabaseSettings;

/** The one folder the gateway writes to, closed to everybody but its owner. */
record DataFolder(Path folder) {
    /** The configured one; nothing is made. */
    static DataFolder of(Settings settings) {
        if (settings.data().toString().isBlank()) {
            throw new RefusedToStartException("data-folder", "sealpost.data (SEALPOST_DATA) does not name a folder");
        }
        return new DataFolder(Home.resolve(settings.data()));
    }

    /** Makes it where it is missing. */
    DataFolder made() {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return this;
        } catch (IOException | UnsupportedOperationException e) {
            throw unusable();
        }
    }

    /** What to tell a person whose folder cannot be written to. */
    RefusedToStartException unusable() {
        return new RefusedToStartException(
                "data-folder",
                "the data folder " + folder + " (sealpost.data, SEALPOST_DATA) cannot be made or written to");
    }

    /** What is being read; see {@code CautiousFormReader}. */
    Path reading() {
        return folder.resolve("reading");
    }

    Path broker() {
        return folder.resolve("broker");
    }

    /** The embedded one in this folder, unless another is configured. */
    DatabaseSettings database(Settings.Database settings) {
        return settings.url().isBlank()
                ? new DatabaseSettings.Sqlite(folder.resolve("sealpost.db"))
                : new DatabaseSettings.PostgreSql(settings.url(), settings.user(), settings.password());
    }
}
