package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One form by each channel, from a real client to a second process that plays the force, and back to the sender. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJourneyIT {
    private static final Path FORMS = Path.of("src/test/resources/forms");
    private static final String USER = "worker@example-agency.example:example-only";

    private Path folder;
    private Mailboxes mail;
    private GatewayProcess gateway;
    private ForceProcess force;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        assumeTrue(Commands.present("sftp"), "openssh-client is not installed");
        assumeTrue(Commands.present("curl"), "curl is not installed");
        mail = new Mailboxes();
        gateway = new GatewayProcess(folder, mail.environment()).start();
        force = new ForceProcess(gateway.environment(), folder.resolve("force"));
    }

    @AfterAll
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
        if (mail != null) {
            mail.close();
        }
    }

    @Test
    @Order(1)
    void oneFormByEachChannelReachesTheForce() throws Exception {
        SftpCommand agency = new SftpCommand(gateway.sftpPort(), folder.resolve("agency"));
        Commands.Ended dropped = agency.put(FORMS.resolve("nominal-grid.pdf").toAbsolutePath(), "nominal-grid.pdf");
        assertThat(dropped.status()).as(dropped.err()).isZero();

        JsonNode uploaded = curl("-F", "file=@" + FORMS.resolve("partner-pdf.acroform.pdf"), api(""));
        assertThat(uploaded.path("reference").asText()).startsWith("SP-");

        mail.send("Form attached", "Please see the attached form.", FORMS.resolve("agency-report.docx"));
        await().atMost(Duration.ofSeconds(60)).until(() -> mail.replies().size() == 1);
        assertThat(mail.replies().get(0)).contains("SP-").contains("999").doesNotContain("Lindqvist");

        force.receive(3, 60);
        assertThat(force.kept()).hasSize(3);
        assertThat(suspects()).containsExactlyInAnyOrder("Craig Featherstone", "Dale Winterburn", "Gareth Lindqvist");
    }

    @Test
    @Order(2)
    void aSecondReceiveGetsNothing() {
        ForceProcess another = new ForceProcess(gateway.environment(), folder.resolve("another-force"));
        another.receive(3);
        assertThat(another.kept()).isEmpty();
    }

    @Test
    @Order(3)
    void everySenderIsToldThatTheForceHasIt() throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(() -> mail.replies().size() == 2);
        assertThat(mail.replies().get(1)).contains("SP-").doesNotContain("Lindqvist");

        SftpCommand agency = new SftpCommand(gateway.sftpPort(), folder.resolve("agency"));
        Commands.Ended listed = agency.batch("ls -1 receipts");
        assertThat(listed.out()).contains("nominal-grid.pdf").contains("SP-");

        JsonNode again = curl("-F", "file=@" + FORMS.resolve("partner-pdf.acroform.pdf"), api(""));
        assertThat(again.path("again").asBoolean()).isTrue();
        JsonNode standing = curl(api("/" + again.path("reference").asText()));
        assertThat(standing.path("standing").asText()).isEqualTo("held");
    }

    @Test
    @Order(4)
    void nothingReadableLiesInAnythingTheGatewayWrote() throws Exception {
        // Six letters and more: shorter ones turn up in ciphertext by chance.
        List<String> secrets = List.of(
                "Lindqvist",
                "Featherstone",
                "Winterburn",
                "Ashcroft",
                "Brzezicki",
                "Castellano",
                "Okonkwo",
                "Thwaite",
                "NV65LOD",
                "NV65 LOD",
                "DG14UFA",
                "DG14 UFA",
                "960871",
                "900117",
                "960356",
                "900460",
                "960540",
                "900033",
                "Salters",
                "Eldon Street",
                "Priory Court",
                "b.worker",
                "shelter gate",
                "smelling of");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> f.startsWith(gateway.data()) || f.equals(gateway.said()))
                    .toList()) {
                assertThat(Leaks.in(Files.readAllBytes(file), secrets))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    @Order(5)
    void theLedgerIsProvenByItsExportAlone() throws Exception {
        Path export = folder.resolve("ledger.txt");
        Commands.sealpost(gateway.environment(), folder, "ledger", "export", export.toString())
                .succeeded();
        Commands.sealpost(gateway.environment(), folder, "ledger", "verify", export.toString())
                .succeeded();

        byte[] bytes = Files.readAllBytes(export);
        bytes[bytes.length / 2] ^= 1;
        Path changed = Files.write(folder.resolve("changed.txt"), bytes);
        Commands.Ended refused =
                Commands.sealpost(gateway.environment(), folder, "ledger", "verify", changed.toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).isNotBlank();
    }

    @Test
    @Order(6)
    void opensslAcceptsTheReceiptsAndTheGatewaysSignature() {
        assumeTrue(Commands.present("openssl"), "openssl is not installed");
        for (Path kept : force.kept()) {
            Commands.Ended verified = Commands.run(
                    java.util.Map.of(),
                    folder,
                    "openssl",
                    "cms",
                    "-verify_receipt",
                    kept.resolve("receipt.p7s").toString(),
                    "-rctform",
                    "DER",
                    "-inform",
                    "DER",
                    "-in",
                    kept.resolve("signed.p7m").toString(),
                    "-CAfile",
                    "certs-example/ca.pem");
            assertThat(verified.status()).as(verified.err()).isZero();
        }
    }

    private String api(String path) {
        return gateway.web("/api/submissions" + path).toString();
    }

    private JsonNode curl(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("curl", "-sS", "--fail-with-body", "-u", USER));
        command.addAll(List.of(arguments));
        Commands.Ended ended = Commands.run(java.util.Map.of(), folder, command.toArray(String[]::new))
                .succeeded();
        return new ObjectMapper().readTree(ended.out());
    }

    private TreeSet<String> suspects() throws Exception {
        TreeSet<String> names = new TreeSet<>();
        for (Path kept : force.kept()) {
            JsonNode reading = new ObjectMapper().readTree(Files.readAllBytes(kept.resolve("submission.json")));
            var ids = reading.at("/data/relationships/suspect/data").findValuesAsText("id");
            for (JsonNode entity : reading.path("included")) {
                if (ids.contains(entity.path("id").asText())
                        && entity.at("/attributes/name").isTextual()) {
                    names.add(entity.at("/attributes/name").asText());
                }
            }
        }
        return names.stream().collect(Collectors.toCollection(TreeSet::new));
    }
}
