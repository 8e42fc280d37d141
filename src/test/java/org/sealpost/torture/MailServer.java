package org.sealpost.torture;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A real IMAP server, Dovecot, with the gateway's mailbox, and an SMTP server with the sender's. */
public final class MailServer implements AutoCloseable {
    public static final String ACCOUNT = "forms";
    public static final String PASSWORD = "not-a-secret";
    public static final String SENDER = "worker@example-agency.example";
    private static final Path DOVECOT = Path.of("/usr/sbin/dovecot");

    private final Path folder;
    private final Path mail;
    private final int imap = Java.freePort();
    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final GreenMailUser sender;
    private final AtomicLong deliveries = new AtomicLong();
    private Process dovecot;

    public MailServer(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("mail-server"));
        this.mail = this.folder.resolve("mail");
        everybody(this.folder, "rwx--x--x");
        for (String part : List.of("", "new", "cur", "tmp")) {
            everybody(Files.createDirectories(mail.resolve(part)), "rwxrwxrwx");
        }
        smtp.start();
        sender = smtp.setUser(SENDER, SENDER, "sender-password");
        dovecot = started();
    }

    /** Whether this machine has Dovecot and lets it be started. */
    public static boolean isPossible() {
        return Files.isExecutable(DOVECOT)
                && Files.isExecutable(Path.of("/usr/lib/dovecot/imap"))
                && "root".equals(System.getProperty("user.name"));
    }

    public int imapPort() {
        return imap;
    }

    public int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    /** Puts the very bytes into the inbox, as a Maildir's delivery does. */
    public void deliver(String letter) throws IOException {
        String name = System.currentTimeMillis() + ".M" + deliveries.incrementAndGet() + ".torture";
        Path written = mail.resolve("tmp").resolve(name);
        Files.write(written, letter.getBytes(StandardCharsets.ISO_8859_1));
        everybody(written, "rw-rw-rw-");
        Files.move(written, mail.resolve("new").resolve(name));
    }

    /** The file in which a letter with that word lies in the inbox. */
    Optional<Path> inInbox(String word) throws IOException {
        return find(word, mail.resolve("new"), mail.resolve("cur"));
    }

    boolean isHandled(String word) throws IOException {
        Path handled = mail.resolve(".Handled");
        return find(word, handled.resolve("new"), handled.resolve("cur")).isPresent();
    }

    private static Optional<Path> find(String word, Path... folders) throws IOException {
        for (Path in : folders) {
            if (!Files.isDirectory(in)) {
                continue;
            }
            try (Stream<Path> files = Files.list(in)) {
                for (Path file : files.toList()) {
                    if (holds(file, word)) {
                        return Optional.of(file);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Files move while one looks. */
    private static boolean holds(Path file, String word) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException e) {
            return false;
        }
    }

    /** The Message-IDs of what the sender got in answer to that letter; the same one twice counts once. */
    Set<String> answersTo(String messageId) throws IOException {
        Set<String> all = new TreeSet<>();
        for (MimeMessage answer : smtp.getReceivedMessagesForDomain(sender.getEmail())) {
            try {
                if (String.valueOf(answer.getHeader("In-Reply-To", null)).contains(messageId)) {
                    all.add(answer.getMessageID());
                }
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }
        return all;
    }

    /** Ends the server and gives every letter another UID. */
    void changeUidValidity() throws IOException {
        stop();
        for (Path in : List.of(mail, mail.resolve(".Handled"))) {
            if (Files.isDirectory(in)) {
                try (Stream<Path> files = Files.list(in)) {
                    for (Path file : files.filter(
                                    f -> f.getFileName().toString().startsWith("dovecot"))
                            .filter(Files::isRegularFile)
                            .toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
        start();
    }

    void stop() {
        dovecot.destroy();
        if (!Java.await(dovecot, 10)) {
            dovecot.destroyForcibly();
        }
    }

    void start() {
        if (!dovecot.isAlive()) {
            dovecot = started();
        }
    }

    private Process started() {
        try {
            Path configuration = Files.writeString(folder.resolve("dovecot.conf"), configuration());
            Process started =
                    Java.endingWithThis(new ProcessBuilder(DOVECOT.toString(), "-F", "-c", configuration.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("output.log").toFile())
                            .start());
            for (int i = 0; i < 200 && started.isAlive(); i++) {
                if (answers()) {
                    return started;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("Dovecot does not start; see " + folder);
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), imap)) {
            return socket.getInputStream().read() == '*';
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        stop();
        smtp.stop();
    }

    private static void everybody(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    private String configuration() {
        return """
                protocols = imap
                listen = 127.0.0.1
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/dovecot.log
                ssl = no
                disable_plaintext_auth = no
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
                    port = %2$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                """
                .formatted(folder, imap, PASSWORD);
    }
}
