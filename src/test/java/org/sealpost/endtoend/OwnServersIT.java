package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.channel.broker.BrokerAccount;
import org.sealpost.channel.broker.EmbeddedBroker;
import org.sealpost.channel.broker.EmbeddedBrokerSettings;
import org.sealpost.channel.sftp.poll.OpenSshServer;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.store.TestDatabases;
import org.sealpost.submission.ForceId;

/** A deployment of one's own: own keys in production, PostgreSQL, a broker elsewhere, an agency's own SFTP server. */
class OwnServersIT {
    private static final String FORCE = "example-constabulary";
    private static final String PASSWORD = "own-broker-password";

    @Test
    void aGatewayWithOwnServersAndOwnKeysRunsInProduction(@TempDir Path folder) throws Exception {
        Path keys = ownKeys(folder);
        DatabaseSettings.PostgreSql database = (DatabaseSettings.PostgreSql) TestDatabases.postgreSql();
        Path sshFolder = Files.createDirectories(folder.resolve("sshd"));
        try (EmbeddedBroker broker = broker(folder);
                OpenSshServer sshd = new OpenSshServer(sshFolder);
                GatewayProcess gateway =
                        new GatewayProcess(folder, environment(folder, keys, database, broker, sshd)).start()) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(gateway.whatItSaid()).contains("broker external"));
            Files.writeString(sshd.in().resolve("form.txt"), "Details of intelligence: a flat above the shop\n");

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> receive(folder, keys, broker).contains("SP-"));
            await().atMost(Duration.ofSeconds(60)).until(() -> count(sshd.in().resolve("receipts")) >= 1);
            assertThat(count(sshd.in().resolve("handled"))).isEqualTo(1);
            assertThat(gateway.data().resolve("sealpost.db")).doesNotExist();
            assertThat(gateway.data().resolve("broker")).doesNotExist();
        }
    }

    private static String receive(Path folder, Path keys, EmbeddedBroker broker) {
        Path own = keys.resolve("forces").resolve(FORCE);
        return Commands.sealpost(
                        Map.of("SEALPOST_FORCE_BROKER_PASSWORD", PASSWORD),
                        folder,
                        "receive",
                        "--out",
                        folder.resolve("received").toString(),
                        "--wait",
                        "2",
                        "--broker",
                        broker.url(),
                        "--key",
                        own.resolve("encryption.key.pem").toString(),
                        "--certificate",
                        own.resolve("encryption.pem").toString(),
                        "--post-quantum-key",
                        own.resolve("encryption-pq.key.pem").toString(),
                        "--post-quantum-certificate",
                        own.resolve("encryption-pq.pem").toString(),
                        "--receipt-key",
                        own.resolve("receipts.key.pem").toString(),
                        "--receipt-certificate",
                        own.resolve("receipts.pem").toString(),
                        "--gateway",
                        keys.resolve("gateway/signing.pem").toString(),
                        "--gateway",
                        keys.resolve("gateway/signing-pq.pem").toString(),
                        "--ledger-key",
                        keys.resolve("gateway/ledger.vkey").toString())
                .succeeded()
                .out();
    }

    private static EmbeddedBroker broker(Path folder) throws IOException {
        return EmbeddedBroker.start(new EmbeddedBrokerSettings(
                folder.resolve("elsewhere"),
                0,
                new BrokerAccount("gateway", PASSWORD),
                Map.of(new ForceId(FORCE), new BrokerAccount(FORCE, PASSWORD)),
                EmbeddedBrokerSettings.DEFAULT_MEMORY));
    }

    /** Made by the very script that the README points to. */
    private static Path ownKeys(Path folder) throws IOException {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        Files.copy(Path.of("certs-example/regenerate"), keys.resolve("regenerate"));
        Map<String, String> built =
                Map.of("SEALPOST", Path.of("bin/sealpost").toAbsolutePath().toString());
        Commands.run(built, folder, "sh", keys.resolve("regenerate").toString()).succeeded();
        return keys;
    }

    private static Map<String, String> environment(
            Path folder, Path keys, DatabaseSettings.PostgreSql database, EmbeddedBroker broker, OpenSshServer sshd)
            throws IOException {
        String hash = Commands.run(Map.of(), folder, "sh", "-c", "echo a-password-of-our-own | bin/sealpost password")
                .succeeded()
                .out()
                .strip();
        String configuration = Files.readString(Path.of("config/application.yaml"))
                .replace("certs-example/", keys + "/")
                .replace("example: true", "example: false")
                .replaceAll("password: \"\\{bcrypt}[^\"]*\"", "password: \"" + hash.replace("$", "\\$") + "\"")
                .replace("password: example-only", "password: " + PASSWORD)
                .replace("embedded: true", "embedded: false")
                .replace("polled-servers: {}", polled(sshd));
        Path file = Files.writeString(folder.resolve("own.yaml"), configuration);
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_CONFIG_LOCATION", "file:" + file);
        environment.put("SPRING_PROFILES_ACTIVE", "production");
        environment.put("SEALPOST_DATABASE_URL", database.url());
        environment.put("SEALPOST_DATABASE_USER", database.user());
        // That server asks for none, and the profile for one that not everybody knows.
        environment.put("SEALPOST_DATABASE_PASSWORD", "own-database-password");
        environment.put("SEALPOST_BROKER_URL", broker.url());
        return environment;
    }

    private static String polled(OpenSshServer sshd) {
        return String.join(
                "\n    ",
                List.of(
                        "polled-servers:\n    hostels:",
                        "  partner: example-agency",
                        "  host: 127.0.0.1",
                        "  port: " + sshd.port,
                        "  user: " + System.getProperty("user.name"),
                        "  key: " + sshd.key,
                        "  known-hosts: " + sshd.knownHosts,
                        "  directory: in",
                        "  interval: 1s"));
    }

    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
