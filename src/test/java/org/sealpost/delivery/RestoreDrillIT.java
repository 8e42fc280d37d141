package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.ledger.ExampleKeys;
import org.sealpost.ledger.LedgerExport;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.ledger.LedgerVerifier;
import org.sealpost.ledger.NamedCheckpoint;
import org.sealpost.store.Database;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.store.PostgreSqlCopy;
import org.sealpost.submission.SubmissionId;
import org.springframework.util.FileSystemUtils;

/**
 * The restore drill of {@code docs/operations.md}: a gateway takes forms and is backed up while it takes more; everything it had is
 * destroyed; what was restored has all that was accepted before the backup, and delivers what was not.
 */
class RestoreDrillIT {
    private static final int BEFORE = 12;
    private static final int DELIVERED = 4;

    @TempDir
    Path folder;

    @Test
    void ofTheEmbeddedDatabase() throws Exception {
        DatabaseSettings.Sqlite settings = new DatabaseSettings.Sqlite(folder.resolve("data/sealpost.db"));
        Path backup = folder.resolve("backup.db");
        Drill drill = new Drill();
        try (Database database = Database.open(settings)) {
            drill.takenWhile(database, () -> Database.backup(settings, backup));
        }
        FileSystemUtils.deleteRecursively(folder.resolve("data"));
        Files.createDirectory(folder.resolve("data"));
        Files.copy(backup, settings.file());
        try (Database restored = Database.open(settings)) {
            drill.nothingIsMissingFrom(restored);
        }
    }

    @Test
    void ofAPostgreSqlByABaseBackup() throws Exception {
        Path copy = folder.resolve("copy");
        Drill drill = new Drill();
        try (PostgreSqlCopy server = PostgreSqlCopy.start(folder.resolve("server"));
                Database database = Database.open(server.settings())) {
            drill.takenWhile(database, () -> server.baseBackup(copy));
        }
        FileSystemUtils.deleteRecursively(folder.resolve("server"));
        try (PostgreSqlCopy server = PostgreSqlCopy.start(copy);
                Database restored = Database.open(server.settings())) {
            drill.nothingIsMissingFrom(restored);
        }
    }

    /** What is done before the disaster and looked at after it. */
    private static final class Drill {
        private final List<Admitted> before = new ArrayList<>();
        private final Set<SubmissionId> delivered = new HashSet<>();
        private final List<Admitted> after = new CopyOnWriteArrayList<>();
        private String witness = "";
        private volatile boolean enough;

        void takenWhile(Database database, Runnable backup) throws InterruptedException {
            Gateway gateway = new Gateway(database);
            for (int i = 0; i < BEFORE; i++) {
                before.add(gateway.admitted(gateway.mail("form " + i)));
            }
            for (Dispatch.Consignment sent : gateway.dispatch.due().subList(0, DELIVERED)) {
                gateway.dispatch.sent(sent);
                gateway.settle.settle(Gateway.FORCE, Fakes.Verifier.accepted(Gateway.FORCE, sent.id()));
                delivered.add(sent.id());
            }
            Thread more = new Thread(() -> {
                for (int i = 0; !enough; i++) {
                    after.add(gateway.admitted(gateway.mail("later form " + i)));
                }
            });
            more.start();
            try {
                while (after.size() < 5) {
                    Thread.sleep(5);
                }
                backup.run();
                int now = after.size();
                while (after.size() < now + 5) {
                    Thread.sleep(5);
                }
            } finally {
                enough = true;
                more.join();
            }
            witness = database.history(history -> history.newestCheckpoint().orElseThrow());
        }

        void nothingIsMissingFrom(Database restored) throws Exception {
            Gateway gateway = new Gateway(restored);
            assertThat(before).allSatisfy(one -> assertThat(gateway.inquire.find(Gateway.PARTNER, one.reference()))
                    .isPresent());
            assertThat(before.stream().filter(one -> delivered.contains(one.id())))
                    .allSatisfy(one -> assertThat(gateway.standing(one)).isInstanceOf(Standing.Delivered.class));
            verified(restored, List.of());
            everythingElseIsDeliveredOnce(gateway);
            assertThat(gateway.inquire.backlog().waiting()).isZero();
            verified(restored, List.of());
            aLostTailIsSeenByWhoeverHasSeenIt(restored);
        }

        private void everythingElseIsDeliveredOnce(Gateway gateway) {
            gateway.clock.pass(RetryPlan.DEFAULTS.claim());
            List<SubmissionId> sent = new ArrayList<>();
            List<Long> numbers = new ArrayList<>();
            for (List<Dispatch.Consignment> due = gateway.dispatch.due();
                    !due.isEmpty();
                    due = gateway.dispatch.due()) {
                for (Dispatch.Consignment one : due) {
                    gateway.dispatch.sent(one);
                    gateway.settle.settle(Gateway.FORCE, Fakes.Verifier.accepted(Gateway.FORCE, one.id()));
                    sent.add(one.id());
                    numbers.add(one.sequence());
                }
            }
            assertThat(sent).doesNotHaveDuplicates().doesNotContainAnyElementsOf(delivered);
            assertThat(sent)
                    .containsAll(before.stream()
                            .map(Admitted::id)
                            .filter(id -> !delivered.contains(id))
                            .toList());
            assertThat(numbers)
                    .isEqualTo(LongStream.rangeClosed(DELIVERED + 1, DELIVERED + sent.size())
                            .boxed()
                            .toList());
        }

        /** What was accepted after the backup is gone, and the restored ledger cannot hide that from its witnesses. */
        private void aLostTailIsSeenByWhoeverHasSeenIt(Database restored) {
            assertThatThrownBy(() -> verified(restored, List.of(witness))).isInstanceOf(LedgerRefusedException.class);
        }

        private static void verified(Database database, List<String> witnesses)
                throws IOException, LedgerRefusedException {
            ByteArrayOutputStream export = new ByteArrayOutputStream();
            database.history(history -> {
                try {
                    LedgerExport.write(ExampleKeys.ledgerKey().origin(), history, export);
                    return true;
                } catch (IOException | LedgerRefusedException e) {
                    throw new IllegalStateException(e);
                }
            });
            LedgerVerifier.verify(
                    new ByteArrayInputStream(export.toByteArray()),
                    ExampleKeys.ledgerKey(),
                    receipt -> new NamedCheckpoint(
                            SubmissionId.parse(new String(receipt.array(), java.nio.charset.StandardCharsets.UTF_8)
                                    .split(" ", -1)[2]),
                            Optional.empty()),
                    new LedgerVerifier.Witnesses(List.of(), witnesses));
        }
    }
}
