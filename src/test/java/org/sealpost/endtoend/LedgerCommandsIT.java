package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an assurance officer does with the ledger, and what becomes of it where something is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerCommandsIT {
    private static final Path KEYS = Path.of("certs-example").toAbsolutePath();
    private static final String LEDGER = KEYS.resolve("gateway/ledger.vkey").toString();
    private static final String RECEIPTS =
            KEYS.resolve("forces/example-constabulary/receipts.pem").toString();

    private static @TempDir Path folder;
    private final Map<String, String> gateway = new HashMap<>();
    private ForceProcess force = new ForceProcess(Map.of(), folder);
    private String proof = "";

    @BeforeAll
    void twoFormsAreDelivered() {
        try (GatewayProcess running = new GatewayProcess(folder, Map.of()).start()) {
            gateway.putAll(running.environment());
            force = new ForceProcess(gateway, folder.resolve("force"));
            send(running, "nominal-grid.pdf");
            force.receive(1, 60);
            exported("early.txt");
            send(running, "agency-report.pdf");
            force.receive(1, 60);
            GatewayProcess.pause(2_000);
            proof = Commands.run(
                            Map.of(),
                            folder,
                            "curl",
                            "-sS",
                            "--fail-with-body",
                            "-u",
                            "worker@example-agency.example:example-only",
                            running.web("/api/submissions/"
                                            + force.kept().get(0).getFileName() + "/proof")
                                    .toString())
                    .succeeded()
                    .out();
        }
    }

    private static void send(GatewayProcess running, String form) {
        Commands.run(
                        Map.of(),
                        folder,
                        "curl",
                        "-sS",
                        "--fail-with-body",
                        "-u",
                        "worker@example-agency.example:example-only",
                        "-F",
                        "file=@src/test/resources/forms/" + form,
                        running.web("/api/submissions").toString())
                .succeeded();
    }

    @Test
    void keysGotElsewhereAreEnoughAndNothingElseIsTakenThen() throws Exception {
        String export = exported("ledger.txt");
        // A configuration whose own keys are wrong shows that it is not looked at.
        Map<String, String> elsewhere = Map.of("SPRING_CONFIG_LOCATION", "file:/no-configuration-here.yaml");
        assertThat(verify(elsewhere, export, "--ledger-key", LEDGER, "--receipt-certificate", RECEIPTS)
                        .out())
                .startsWith("verified with ")
                .contains("2 receipts");
        assertThat(verify(elsewhere, export, "--ledger-key", LEDGER).status()).isEqualTo(1);
        String anothers = KEYS.resolve("gateway/signing.pem").toString();
        assertThat(verify(elsewhere, export, "--ledger-key", LEDGER, "--receipt-certificate", anothers)
                        .status())
                .isEqualTo(1);
        refused(verify(gateway, export, "--receipt-certificate", RECEIPTS), "--ledger-key");
        refused(verify(gateway, export, "--ledger-key", RECEIPTS), "receipts.pem");
        refused(verify(gateway, export, "--ledger-key", LEDGER, "--receipt-certificate", LEDGER), "ledger.vkey");
    }

    @Test
    void anExportIsItsOwnersAloneAndTakesTheOldOnesPlace() throws Exception {
        Path export = Path.of(exported("ledger.txt"));
        Files.setPosixFilePermissions(export, PosixFilePermissions.fromString("rw-r--r--"));
        exported("ledger.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(export)))
                .isEqualTo("rw-------");
    }

    @Test
    void whereThereIsNoLedgerNoneIsMade() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Map<String, String> environment = Map.of("SEALPOST_DATA", empty.toString());
        Path file = folder.resolve("none.txt");
        refused(Commands.sealpost(environment, folder, "ledger", "export", file.toString()), empty.toString());
        assertThat(file).doesNotExist();
        try (Stream<Path> made = Files.list(empty)) {
            assertThat(made).isEmpty();
        }
        Files.createFile(empty.resolve("sealpost.db"));
        refused(Commands.sealpost(environment, folder, "ledger", "export", file.toString()), empty.toString());
        assertThat(file).doesNotExist();
    }

    @Test
    void aPlaceThatCannotTakeAFileIsNamed() throws Exception {
        Path directory = Files.createDirectories(folder.resolve("a-directory"));
        Path link = Files.createSymbolicLink(folder.resolve("a-link"), folder.resolve("nothing"));
        for (String place : List.of("/nowhere/x", directory.toString(), link.toString(), "/")) {
            refused(Commands.sealpost(gateway, folder, "ledger", "export", place), place.replace("/x", ""));
        }
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aWitnessThatIsNoneIsRefusedInOneSentence() throws Exception {
        String export = exported("ledger.txt");
        Path picture =
                Files.write(folder.resolve("picture.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xfe, 0});
        for (String option : List.of("--checkpoint", "--receipt")) {
            Commands.Ended ended = verify(gateway, export, option, picture.toString());
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err().strip().lines()).hasSize(1);
            refused(verify(gateway, export, option, "/nowhere/x"), "/nowhere/x");
            refused(verify(gateway, export, option, folder.toString()), folder.toString());
        }
        refused(verify(gateway, folder.toString()), folder.toString());
    }

    @Test
    void theProofThatASenderKeepsNeedsThePublicKeyAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("proof.txt"), proof);
        Commands.Ended verified = Commands.sealpost(
                Map.of("SPRING_CONFIG_LOCATION", "file:/no-configuration-here.yaml"),
                folder,
                "ledger",
                "proof",
                file.toString(),
                "--ledger-key",
                LEDGER,
                "--witness-key",
                KEYS.resolve("forces/example-constabulary/witness.vkey").toString());
        assertThat(verified.succeeded().out())
                .contains("was released to example-constabulary as number ")
                .contains("cosigned by example-constabulary.example/witness");
        Files.writeString(file, proof.replaceFirst("index .*", "index 0"));
        assertThat(Commands.sealpost(gateway, folder, "ledger", "proof", file.toString())
                        .status())
                .isEqualTo(1);
    }

    @Test
    void whatTheForceKeepsIsAWitness() throws Exception {
        String export = exported("ledger.txt");
        assertThat(verify(gateway, export, "--witness", force.out().toString()).status())
                .isZero();
        refused(verify(gateway, export, "--witness", folder.toString()), folder.toString());
        // As somebody would show it who holds the gateway and wants nobody to know what came later.
        Path cut = folder.resolve("early.txt");
        assertThat(verify(gateway, cut.toString()).status()).isZero();
        Commands.Ended contradicted =
                verify(gateway, cut.toString(), "--witness", force.out().toString());
        assertThat(contradicted.status()).isEqualTo(1);
        assertThat(contradicted.err()).contains("cut-off");
    }

    private String exported(String name) {
        String export = folder.resolve(name).toString();
        Commands.sealpost(gateway, folder, "ledger", "export", export).succeeded();
        return export;
    }

    private Commands.Ended verify(Map<String, String> environment, String... arguments) {
        return Commands.sealpost(
                environment,
                folder,
                Stream.concat(Stream.of("ledger", "verify"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private static void refused(Commands.Ended ended, String word) {
        assertThat(ended.status()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err().strip().lines()).hasSize(1);
        assertThat(ended.err()).startsWith("sealpost: ").contains(word);
    }
}
