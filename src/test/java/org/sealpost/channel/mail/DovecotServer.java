package org.sealpost.channel.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.sealpost.channel.mail.MailServer.Protection;

/** Dovecot as a child process on a free port of loopback, by TLS, with one mailbox and nothing outside its folder. */
final class DovecotServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final String ACCOUNT = "forms";
    private static final String PASSWORD = "not-a-secret";

    private final Path folder;
    private final int port;
    private final Process process;

    private DovecotServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static DovecotServer startOrSkip(Path folder) throws Exception {
        boolean there = Files.isExecutable(PROGRAM) && Files.isExecutable(Path.of("/usr/lib/dovecot/imap"));
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!there || !root) {
            System.out.println(
                    "skipped: these tests need Dovecot (Debian: dovecot-imapd), which must be started by root");
        }
        assumeTrue(there && root, "Dovecot is not installed here, or this is not root, who must start it");
        int port = freePort();
        run(
                folder,
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=127.0.0.1",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                "key.pem",
                "-out",
                "certificate.pem");
        // Its processes run as users of their own.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        for (String part : List.of("mail", "mail/new", "mail/cur", "mail/tmp")) {
            Path made = Files.createDirectory(folder.resolve(part));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Path configuration = Files.writeString(folder.resolve("dovecot.conf"), configuration(folder, port));
        Process process = new ProcessBuilder(PROGRAM.toString(), "-F", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        DovecotServer server = new DovecotServer(folder, port, process);
        try {
            await().atMost(Duration.ofSeconds(20)).until(server::answers);
        } catch (RuntimeException e) {
            server.close();
            throw new IllegalStateException(server.words(), e);
        }
        return server;
    }

    MailServer imap() {
        return new MailServer("127.0.0.1", port, Protection.TLS, ACCOUNT, PASSWORD, Duration.ofSeconds(10));
    }

    /** Makes the session believe in this server's certificate, and in no other. */
    void trust(Session session) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var certificate = Files.newInputStream(folder.resolve("certificate.pem"))) {
            trusted.setCertificateEntry(
                    "dovecot", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        session.getProperties().put("mail.imaps.ssl.socketFactory", tls.getSocketFactory());
    }

    /** Puts the very bytes into the inbox, as a Maildir's delivery does. */
    void deliver(String letter) throws IOException {
        String name = System.nanoTime() + ".sealpost.example";
        Path written = folder.resolve("mail/tmp").resolve(name);
        Files.write(written, letter.getBytes(StandardCharsets.ISO_8859_1));
        Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.move(written, folder.resolve("mail/new").resolve(name));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Dovecot has ended");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String words() throws IOException {
        Path log = folder.resolve("dovecot.log");
        return Files.readString(folder.resolve("output.log")) + (Files.exists(log) ? Files.readString(log) : "");
    }

    private static String configuration(Path folder, int port) {
        return """
                protocols = imap
                listen = 127.0.0.1
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/dovecot.log
                ssl = required
                ssl_cert = <%1$s/certificate.pem
                ssl_key = <%1$s/key.pem
                mail_location = maildir:%1$s/mail
                first_valid_uid = 0
                first_valid_gid = 0
                passdb {
                  driver = static
                  args = password=%3$s
                }
                userdb {
                  driver = static
                  args = uid=mail gid=mail home=%1$s
                }
                service imap-login {
                  inet_listener imap {
                    port = 0
                  }
                  inet_listener imaps {
                    port = %2$d
                    ssl = yes
                  }
                }
                """
                .formatted(folder, port, PASSWORD);
    }

    private static void run(Path folder, String... command) throws Exception {
        Process made = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start();
        if (made.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("openssl.log")));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
