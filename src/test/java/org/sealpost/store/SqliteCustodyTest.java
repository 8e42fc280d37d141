package org.sealpost.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteCustodyTest extends CustodyContract {
    @TempDir
    Path folder;

    @Override
    DatabaseSettings emptyDatabase() {
        return TestDatabases.sqlite(folder);
    }

    private String pragma(String name) {
        return database.custody()
                .inOneCommit(writes -> ((SqlWrites) writes).sql.first("PRAGMA " + name, row -> row.getString(1)))
                .orElseThrow();
    }

    @Test
    void commitsAreSyncedAndDeletedBytesOverwritten() {
        assertThat(List.of(
                        pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys"), pragma("secure_delete")))
                .containsExactly("wal", "2", "1", "1");
    }

    @Test
    void onlyItsOwnerReadsTheFiles() throws IOException {
        Path data = folder.resolve("data");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.toList()).hasSizeGreaterThan(1).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }
}
