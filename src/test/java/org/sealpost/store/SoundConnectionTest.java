package org.sealpost.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.delivery.Custody;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Sha256;

/** After a transaction that SQLite did not begin, or ended by itself, the next one is a transaction again. */
class SoundConnectionTest {
    private static final ForceId FORCE = new ForceId("example-constabulary");

    @TempDir
    Path folder;

    private DatabaseSettings.Sqlite settings() {
        return new DatabaseSettings.Sqlite(folder.resolve("sealpost.db"), 2, Duration.ofMillis(300));
    }

    private static void fails(Database database) {
        assertThatThrownBy(() -> database.custody().inOneCommit(writes -> {
                    writes.nextSequence(FORCE);
                    throw new IllegalStateException("in the middle");
                }))
                .isInstanceOf(RuntimeException.class);
    }

    private static long next(Database database) {
        return database.custody().inOneCommit(writes -> writes.nextSequence(FORCE));
    }

    @Test
    void whereAnotherProcessHeldTheLock() throws Exception {
        try (Database database = Database.open(settings())) {
            try (Connection other = new SqliteFile(settings()).forMigration().getConnection();
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                fails(database);
                statement.execute("ROLLBACK");
            }
            fails(database);
            assertThat(next(database)).isEqualTo(1);
        }
    }

    @Test
    void whereSqliteRolledBackByItself() {
        try (Database database = Database.open(settings())) {
            assertThatThrownBy(() -> database.custody().inOneCommit(writes -> {
                        writes.nextSequence(FORCE);
                        // As SQLite does on a full disk.
                        ((SqlWrites) writes).sql.change("ROLLBACK");
                        throw new IllegalStateException("the disk is full");
                    }))
                    .isInstanceOf(RuntimeException.class);
            fails(database);
            assertThat(next(database)).isEqualTo(1);
            boolean first = database.custody()
                    .inOneCommit(writes -> writes.remember(Custody.Memory.TURNED_AWAY, Sha256.of(), Instant.EPOCH));
            assertThat(first).isTrue();
        }
    }
}
