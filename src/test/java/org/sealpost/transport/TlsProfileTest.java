package org.sealpost.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes with {@code openssl}, of a process whose own code would take anything. */
@EnabledIf("org.sealpost.transport.TlsProfileTest#hasOpenSsl")
class TlsProfileTest {
    @TempDir
    static Path folder;

    private static Process server;
    private static int port;

    static boolean hasOpenSsl() {
        return Files.isExecutable(Path.of("/usr/bin/openssl"));
    }

    @BeforeAll
    static void serve() throws Exception {
        // RSA, so that suites without an ephemeral key are possible at all.
        openssl("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout key.pem -out crt.pem"
                + " -addext subjectAltName=DNS:localhost");
        openssl("pkcs12 -export -in crt.pem -inkey key.pem -out store.p12 -passout pass:not-a-secret");
        server = probe("serve", folder.resolve("store.p12").toString());
        port = Integer.parseInt(new BufferedReader(server.inputReader()).readLine());
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-tls1_3",
                "-tls1_3 -ciphersuites TLS_AES_128_GCM_SHA256 -groups P-256",
                "-tls1_3 -groups P-384",
                "-tls1_2 -cipher ECDHE-RSA-AES256-GCM-SHA384",
                "-tls1_2 -cipher ECDHE-RSA-AES128-GCM-SHA256 -groups X25519"
            })
    void theProfileIsServed(String how) throws Exception {
        assertThat(saidBy("s_client -connect 127.0.0.1:" + port + " -CAfile crt.pem -verify_return_error " + how))
                .contains("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-tls1 -cipher ALL:@SECLEVEL=0",
                "-tls1_1 -cipher ALL:@SECLEVEL=0",
                "-tls1_2 -cipher AES256-GCM-SHA384",
                "-tls1_2 -cipher ECDHE-RSA-AES256-SHA384",
                "-tls1_2 -cipher ECDHE-RSA-AES128-SHA",
                "-tls1_2 -cipher DHE-RSA-AES256-GCM-SHA384",
                "-tls1_2 -cipher ECDHE-RSA-CHACHA20-POLY1305",
                "-tls1_2 -cipher NULL:aNULL:@SECLEVEL=0",
                "-tls1_3 -groups P-521",
                "-tls1_3 -groups ffdhe2048"
            })
    void nothingWeakerIsServed(String how) throws Exception {
        assertThat(saidBy("s_client -connect 127.0.0.1:" + port + " -CAfile crt.pem " + how))
                .doesNotContain("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-tls1_1 -cipher ALL:@SECLEVEL=0",
                "-tls1_2 -cipher AES256-GCM-SHA384",
                "-tls1_2 -cipher ECDHE-RSA-AES256-SHA384",
                "-tls1_3 -groups P-521"
            })
    void aServerThatHasNothingBetterIsNotSpokenTo(String how) throws Exception {
        assertThat(calling(how)).isEqualTo("refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_3", "-tls1_2 -cipher ECDHE-RSA-AES256-GCM-SHA384"})
    void aServerOfTheProfileIsSpokenTo(String how) throws Exception {
        assertThat(calling(how)).startsWith("agreed TLS_").endsWith("_AES_256_GCM_SHA384");
    }

    private static String calling(String how) throws Exception {
        int free = freePort();
        Process other = started("s_server -accept 127.0.0.1:" + free + " -cert crt.pem -key key.pem -quiet " + how);
        try {
            awaitListening(free);
            Process call = probe("call", folder.resolve("store.p12").toString(), Integer.toString(free));
            return new BufferedReader(call.inputReader()).readLine();
        } finally {
            other.destroyForcibly();
        }
    }

    private static Process probe(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                "target/classes" + File.pathSeparator + "target/test-classes",
                TlsProbe.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Process started(String arguments) throws IOException {
        return new ProcessBuilder(("openssl " + arguments).split(" "))
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private static String saidBy(String arguments) throws IOException, InterruptedException {
        Process openssl = started(arguments + " -ign_eof");
        if (!openssl.waitFor(20, TimeUnit.SECONDS)) {
            openssl.destroyForcibly();
        }
        return Files.readString(folder.resolve("said"), StandardCharsets.ISO_8859_1);
    }

    private static void openssl(String arguments) throws IOException, InterruptedException {
        assertThat(started(arguments).waitFor()).as(arguments).isZero();
    }

    private static void awaitListening(int port) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
