package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway's signing key in a PKCS #12 file and on a token, with OpenSSL as the judge of what it signs. */
class KeySourceTest {
    private static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final Path CERTIFICATE =
            Example.CERTS.resolve("gateway/signing.pem").toAbsolutePath();
    private static final Path KEY =
            Example.CERTS.resolve("gateway/signing.key.pem").toAbsolutePath();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void needsOpenSsl() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
    }

    @Test
    void aPkcs12File() throws Exception {
        said(
                0,
                "openssl",
                "pkcs12",
                "-export",
                "-in",
                CERTIFICATE.toString(),
                "-inkey",
                KEY.toString(),
                "-out",
                "keys.p12",
                "-passout",
                "pass:opens-it");
        String file = folder.resolve("keys.p12").toString();
        assertThat(load(CERTIFICATE, file, "opens-it").toString()).startsWith("the signing key of");
        assertThatThrownBy(() -> load(CERTIFICATE, file, "another"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its password is another")
                .hasMessageContaining("keys.p12");
        Path other = Example.FORCE_FILES.resolve("receipts.pem");
        assertThatThrownBy(() -> load(other, file, "opens-it"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds no key of that certificate");
    }

    @Test
    void aTokenThatTheKeyNeverLeaves() throws Exception {
        assumeTrue(Files.exists(MODULE), "softhsm2 is not installed");
        Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + folder.resolve("tokens") + "\nobjectstore.backend = file\n");
        Matcher slot = Pattern.compile("reassigned to slot (\\d+)")
                .matcher(said(
                        0,
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        "sealpost",
                        "--pin",
                        "2468",
                        "--so-pin",
                        "13579"));
        assertThat(slot.find()).isTrue();
        probe("put", CERTIFICATE.toString(), KEY.toString(), MODULE.toString(), slot.group(1), "2468");
        String uri = "pkcs11:slot-id=" + slot.group(1) + "?module-path=" + MODULE;
        Path note = folder.resolve("note.eml");

        assertThat(probe("sign", CERTIFICATE.toString(), uri, "0000", note.toString()))
                .contains("is its PIN right?");
        assertThat(probe(
                        "sign",
                        Example.FORCE_FILES
                                .resolve("receipts.pem")
                                .toAbsolutePath()
                                .toString(),
                        uri,
                        "2468",
                        note.toString()))
                .contains("holds no key of that certificate");
        assertThat(probe("sign", CERTIFICATE.toString(), "pkcs11:slot-id=1", "2468", note.toString()))
                .contains("module-path");
        assertThat(probe("sign", CERTIFICATE.toString(), uri, "2468", note.toString()))
                .isEmpty();
        String authority = Example.CERTS.resolve("ca.pem").toAbsolutePath().toString();
        said(0, "openssl", "cms", "-verify", "-in", note.toString(), "-CAfile", authority, "-out", "text");
        assertThat(Files.readString(folder.resolve("text"))).contains("Signed by a token.");
    }

    private static GatewayIdentity load(Path certificate, String where, String password) throws IOException {
        return GatewayIdentity.load(certificate, KeySource.of(where, password, UnaryOperator.identity()));
    }

    private String probe(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absolute(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
                TokenProbe.class.getName()));
        command.addAll(List.of(arguments));
        return said(0, command.toArray(String[]::new));
    }

    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                List.of(classPath.split(File.pathSeparator)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    private String said(int status, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        int ended = builder.start().waitFor();
        String said = Files.readString(folder.resolve("said"));
        assertThat(ended).as(said).isEqualTo(status);
        return said;
    }
}
