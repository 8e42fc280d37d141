package org.sealpost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.sealpost.store.DatabaseSettings;

/** The one folder the gateway writes to, closed to everybody but its owner. */
record DataFolder(Path folder) {
    /** Makes it where it is missing. */
    static DataFolder made(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return new DataFolder(folder);
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
