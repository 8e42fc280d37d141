package org.sealpost.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.ledger.ExampleKeys;
import org.sealpost.ledger.LedgerExport;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.ledger.LedgerVerifier;
import org.sealpost.ledger.LedgerVerifier.Verdict;
import org.sealpost.ledger.LedgerVerifier.Witnesses;
import org.sealpost.store.Database;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** A process that admits is struck by SIGKILL, three times on one database: whatever it had said is there. */
class KilledGatewayIT {
    @TempDir
    Path folder;

    @Test
    void whatWasSaidToBeInCustodyIsThereAfterTheKill() throws Exception {
        Path file = folder.resolve("data/sealpost.db");
        List<Reference> said = new ArrayList<>();
        for (int run = 1; run <= 3; run++) {
            said.addAll(admitAndKill(file, "run" + run, 40));
        }
        try (Database database = Database.open(new DatabaseSettings.Sqlite(file))) {
            Gateway gateway = new Gateway(database);
            assertThat(said).hasSizeGreaterThanOrEqualTo(120).allSatisfy(reference -> assertThat(
                            gateway.inquire.find(Gateway.PARTNER, reference))
                    .isPresent());
            long waiting = gateway.inquire.backlog().waiting();
            assertThat(waiting).isBetween((long) said.size(), said.size() + 3L);
            assertThat(sequences(database))
                    .isEqualTo(LongStream.rangeClosed(1, waiting).boxed().toList());
            assertThat(verified(database).releases()).isEqualTo(waiting);
        }
    }

    private static List<Long> sequences(Database database) {
        List<SubmissionId> all = database.custody()
                .claim(claims -> claims.outbox(
                        RetryPlan.DEFAULTS.toSend(Instant.parse("2100-01-01T00:00:00Z")),
                        Instant.EPOCH,
                        10_000,
                        Long.MAX_VALUE));
        return database.custody().look(reads -> all.stream()
                .map(id -> reads.claimed(id).orElseThrow().sequence())
                .toList());
    }

    private static Verdict verified(Database database) throws IOException, LedgerRefusedException {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        database.history(history -> {
            try {
                LedgerExport.write(ExampleKeys.ledgerKey().origin(), history, export);
                return true;
            } catch (IOException | LedgerRefusedException e) {
                throw new IllegalStateException(e);
            }
        });
        return LedgerVerifier.verify(
                new ByteArrayInputStream(export.toByteArray()),
                ExampleKeys.ledgerKey(),
                der -> {
                    throw new LedgerRefusedException("no-receipts", "There are none here.");
                },
                Witnesses.NONE);
    }

    private List<Reference> admitAndKill(Path file, String word, int atLeast) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AdmittingProcess.class.getName(),
                        file.toString(),
                        word)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Where it hangs it is killed all the same, and the test finds too few.
        process.onExit().orTimeout(2, TimeUnit.MINUTES).whenComplete((ended, late) -> process.destroyForcibly());
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            List<Reference> said = new ArrayList<>();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("admitted SP-") && line.length() == "admitted SP-XXXX-XXXX".length()) {
                    said.add(new Reference(line.substring("admitted ".length())));
                }
                if (said.size() == atLeast) {
                    process.toHandle().destroyForcibly();
                }
            }
            assertThat(process.waitFor()).isEqualTo(128 + 9);
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
