package org.sealpost;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A configuration that is fit for production, and each thing that would make it unfit. */
@EnabledIf("org.sealpost.ProductionProfileTest#hasTools")
class ProductionProfileTest {
    private static final String OWN_HASH = "{bcrypt}$2a$10$hAHuGqTi5vBpWdEtQMhfO.c5s5.1SsaFtyP5HaYCf4adr3kNwVhgy";
    private static OwnKeys keys;

    static boolean hasTools() {
        return Files.isExecutable(Path.of("/usr/bin/openssl")) && Files.isExecutable(Path.of("/usr/bin/ssh-keygen"));
    }

    @BeforeAll
    static void makeKeys(@TempDir Path folder) throws Exception {
        keys = OwnKeys.make(folder.resolve("keys"));
    }

    private static List<Problem> problems(Map<String, String> more) throws Exception {
        return problems(more, Instant.now());
    }

    private static List<Problem> problems(Map<String, String> more, Instant now) throws Exception {
        Map<String, String> own = new HashMap<>(keys.settings());
        own.putAll(more);
        Configured configured = Configured.with(own);
        return new ProductionProfile(configured.settings(), configured.environment(), Clock.fixed(now, ZoneOffset.UTC))
                .problems();
    }

    private static void isRefused(Map<String, String> more, String code, String... named) throws Exception {
        assertThat(problems(more)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.sentence()).contains(named);
        });
    }

    @Test
    void ownKeysAndPasswordsOnLoopbackAreFit() throws Exception {
        assertThat(problems(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gateway/addresses.key, sealpost.keys.addresses-key",
        "gateway/ssh_host_ed25519_key, sealpost.keys.ssh-host-key",
        "forces/example-constabulary/encryption.pem, sealpost.forces.example-constabulary.encryption-certificate",
        "forces/example-constabulary/encryption-pq.pem, sealpost.forces.example-constabulary.post-quantum-certificate",
        "forces/example-constabulary/receipts.pem, sealpost.forces.example-constabulary.receipt-certificate",
        "forces/example-constabulary/witness.vkey, sealpost.forces.example-constabulary.witness-key",
        "partners/example-agency/id_ed25519.pub, sealpost.partners.example-agency.sftp-keys",
        "ca.pem, spring.ssl.bundle.pem.web.truststore.certificate",
        "gateway/signing.pem, server.ssl.certificate"
    })
    void anExampleKeyIsKnownWhereverItWasCopiedTo(String example, String setting) throws Exception {
        Path copy = keys.folder.resolve("copied-" + example.hashCode());
        Files.deleteIfExists(copy);
        Files.copy(Path.of("certs-example").resolve(example), copy);
        isRefused(
                Map.of(setting, copy.toString(), "server.ssl.bundle", "web"),
                "examples-in-production",
                copy.getFileName().toString(),
                "replace");
    }

    @Test
    void theExampleSigningKeyAndLedgerKeyAreKnown() throws Exception {
        isRefused(
                Map.of(
                        "sealpost.keys.signing-key",
                        "certs-example/gateway/signing.key.pem",
                        "sealpost.keys.signing-certificate",
                        "certs-example/gateway/signing.pem"),
                "examples-in-production",
                "signing.key.pem");
        isRefused(
                Map.of("sealpost.keys.ledger-verifier-key", "certs-example/gateway/ledger.vkey"),
                "examples-in-production",
                "ledger.key.pem");
    }

    @ParameterizedTest
    @CsvSource({
        "sealpost.broker.password, example-only, the broker's password",
        "sealpost.broker.password, gateway, the broker's password",
        "sealpost.forces.example-constabulary.broker-password, changeit, the broker's password of example-constabulary",
        "sealpost.cluster.password, CHANGE ME!!, the brokers' own"
    })
    void aPasswordThatEverybodyKnows(String setting, String password, String who) throws Exception {
        isRefused(Map.of(setting, password), "default-password", who, "set another");
    }

    @Test
    void theDatabasesPasswordIsItsUsersName() throws Exception {
        isRefused(
                Map.of(
                        "sealpost.database.url", "jdbc:postgresql://127.0.0.1/sealpost",
                        "sealpost.database.user", "keeper",
                        "sealpost.database.password", "keeper"),
                "default-password",
                "the database's password");
    }

    @ParameterizedTest
    @CsvSource({
        "sealpost.operators[1].password, the operator two@gateway.example",
        "sealpost.partners.example-agency.accounts[0].password, the account worker@example-agency.example"
    })
    void theExamplesPasswordIsKnownByItsHash(String setting, String who) throws Exception {
        isRefused(Map.of(setting, OWN_HASH), "default-password", who);
    }

    @Test
    void aPasswordIsNoHash() throws Exception {
        isRefused(
                Map.of("sealpost.operators[0].password", "{noop}correct horse"),
                "password-in-the-clear",
                "the operator one@gateway.example",
                "bin/sealpost password");
    }

    @Test
    void aCertificateThatHasExpired() throws Exception {
        expire("forces/example-constabulary/encryption", "keyAgreement");
        isRefused(
                Map.of("sealpost.forces.example-constabulary.encryption-certificate", keys.at("expired.pem")),
                "sealing-certificate-unfit",
                "expired",
                "ask it for another");
        expire("forces/example-constabulary/receipts", "digitalSignature");
        isRefused(
                Map.of("sealpost.forces.example-constabulary.receipt-certificate", keys.at("expired.pem")),
                "certificate-expired",
                "receipt-certificate");
        expire("gateway/signing", "digitalSignature");
        isRefused(
                Map.of("sealpost.keys.signing-certificate", keys.at("expired.pem")),
                "certificate-expired",
                "sealpost.keys.signing-certificate");
        isRefused(
                Map.of("server.ssl.certificate", keys.at("expired.pem")),
                "certificate-expired",
                "server.ssl.certificate");
    }

    /** Of the same key, of yesterday. */
    private static void expire(String name, String usage) throws Exception {
        Path folder = keys.folder.resolve("authority");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("index"), "");
        Files.writeString(folder.resolve("serial"), "01\n");
        Files.writeString(
                folder.resolve("ca.conf"),
                "[ca]\ndefault_ca=x\n[x]\ndatabase=authority/index\nserial=authority/serial\nnew_certs_dir=authority\n"
                        + "default_md=sha384\npolicy=p\nx509_extensions=e\nunique_subject=no\n[p]\norganizationName=supplied\ncommonName=supplied\n"
                        + "[e]\nkeyUsage=critical," + usage + "\n");
        // The gateway's two certificates have one subject.
        String subject = "/O=SEALPOST EXAMPLE - NOT FOR USE/CN=example gateway, signing";
        keys.run("openssl", "req", "-new", "-key", name + ".key.pem", "-subj", subject, "-out", "expired.csr");
        keys.run(
                "openssl",
                "ca",
                "-batch",
                "-config",
                "authority/ca.conf",
                "-selfsign",
                "-preserveDN",
                "-keyfile",
                name + ".key.pem",
                "-in",
                "expired.csr",
                "-out",
                "expired.pem",
                "-notext",
                "-startdate",
                "20250101000000Z",
                "-enddate",
                "20260101000000Z");
    }

    @Test
    void whatIsValidTodayExpires() throws Exception {
        assertThat(problems(Map.of(), Instant.now().plus(7301, ChronoUnit.DAYS)))
                .extracting(Problem::code)
                .contains("sealing-certificate-unfit", "certificate-expired");
    }

    @ParameterizedTest
    @CsvSource({
        "sealpost.web.host, 0.0.0.0, server.ssl.bundle",
        "server.address, 192.0.2.1, server.ssl.bundle",
        "management.server.port, 9090, management.server.ssl.bundle"
    })
    void aPlainListenerBeyondLoopback(String setting, String value, String remedy) throws Exception {
        isRefused(Map.of(setting, value), "plain-listener", remedy);
    }

    @Test
    void aListenerWithTlsIsFit() throws Exception {
        Map<String, String> tls = Map.of(
                "sealpost.web.host", "0.0.0.0",
                "server.ssl.certificate", keys.at("gateway/signing.pem"),
                "management.server.port", "9090",
                "management.server.address", "127.0.0.1");
        assertThat(problems(tls)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "sealpost.broker.url tcp://192.0.2.1:61617",
                "sealpost.broker.url tcp://192.0.2.1:61617?sslEnabled=true&verifyHost=false",
                "sealpost.broker.url tcp://192.0.2.1:61617?sslEnabled=true&trustAll=true",
                "sealpost.broker.url (tcp://127.0.0.1:61617,tcp://192.0.2.1:61617)?ha=true",
                "sealpost.database.url jdbc:postgresql://192.0.2.1/sealpost",
                "sealpost.database.url jdbc:postgresql://192.0.2.1/sealpost?sslmode=require"
            })
    void aPlainConnectionBeyondLoopback(String setting, String url) throws Exception {
        boolean broker = setting.equals("sealpost.broker.url");
        isRefused(
                Map.of("sealpost.broker.embedded", Boolean.toString(!broker), setting, url),
                "plain-connection",
                setting);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws Exception {
        assertThat(problems(Map.of(
                        "sealpost.web.host", "0.0.0.0",
                        "sealpost.broker.password", "changeit",
                        "sealpost.keys.addresses-key", "certs-example/gateway/addresses.key",
                        "sealpost.forces.example-constabulary.encryption-certificate",
                                keys.at("forces/example-constabulary/receipts.pem"))))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "plain-listener", "default-password", "examples-in-production", "sealing-certificate-unfit");
    }
}
