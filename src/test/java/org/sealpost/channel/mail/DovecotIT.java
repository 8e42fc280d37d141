package org.sealpost.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mailbox at Dovecot, by TLS: a second opinion on what a mail server does. Skipped where it is not installed. */
class DovecotIT {
    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static DovecotServer dovecot;

    @BeforeAll
    static void start() throws Exception {
        dovecot = DovecotServer.startOrSkip(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (Files.exists(folder.resolve("certificate.pem"))) {
            dovecot.close();
        }
    }

    @Test
    void lettersOfEverySizeAreTakenToTheLastByteAndMovedByTheirUids() throws Exception {
        Mailbox mailbox = new Mailbox(MailboxSettings.at(dovecot.imap()), Clock.systemUTC());
        int[] sizes = {300, 256 * 1024, 256 * 1024 + 1, 3 * 1024 * 1024};
        for (int size : sizes) {
            dovecot.deliver(letter(size));
        }
        try (Store store = connect(dovecot.imap())) {
            IMAPFolder inbox = open(store);
            for (Message message : inbox.getMessages()) {
                Letter.Whole letter = (Letter.Whole) mailbox.take(message);
                String taken = new String(letter.untrusted().array(), StandardCharsets.ISO_8859_1);
                assertThat(taken).isEqualTo(letter(taken.length()));
                mailbox.file(new Filing.Handled(letter.id()));
            }
            assertThat(inbox.getMessageCount()).isEqualTo(sizes.length);
            assertThat(inbox.getUnreadMessageCount()).as("taking marks nothing").isEqualTo(sizes.length);
            mailbox.process(inbox);
            assertThat(store.getFolder("Handled").getMessageCount()).isEqualTo(sizes.length);
            assertThat(store.getFolder("INBOX").getMessageCount()).isZero();
        }
    }

    @Test
    void saysAtOnceThatThereIsNewMail() throws Exception {
        Session session = MailSessions.imapWaiting(dovecot.imap());
        dovecot.trust(session);
        AtomicInteger told = new AtomicInteger();
        try (NewMail listening = new NewMail(dovecot.imap(), session, "INBOX", told::incrementAndGet)) {
            Thread thread = new Thread(listening);
            thread.setDaemon(true);
            thread.start();
            for (int letter = 1; letter <= 3; letter++) {
                int before = told.get();
                dovecot.deliver(letter(300));
                await().atMost(Duration.ofSeconds(20)).until(() -> told.get() > before);
            }
        }
        try (Store store = connect(dovecot.imap())) {
            IMAPFolder inbox = open(store);
            inbox.setFlags(inbox.getMessages(), new Flags(Flags.Flag.DELETED), true);
            inbox.close(true);
        }
    }

    @Test
    void aServerThatIsNotTrustedOrHasAnotherNameGetsNoPassword() throws Exception {
        MailServer server = dovecot.imap();
        Session trustsNothingOfOurs = Session.getInstance(new java.util.Properties());
        assertThatThrownBy(() -> {
                    Store store = trustsNothingOfOurs.getStore("imaps");
                    store.connect("127.0.0.1", server.port(), server.account(), server.password());
                })
                .isInstanceOf(MessagingException.class)
                .hasRootCauseInstanceOf(java.security.GeneralSecurityException.class);

        Session session = MailSessions.imap(server);
        dovecot.trust(session);
        assertThatThrownBy(() -> session.getStore("imaps")
                        .connect("localhost", server.port(), server.account(), server.password()))
                .isInstanceOf(MessagingException.class);
    }

    private static Store connect(MailServer server) throws Exception {
        Session session = MailSessions.imap(server);
        dovecot.trust(session);
        Store store = session.getStore(MailSessions.imapProtocol(server));
        store.connect(server.host(), server.port(), server.account(), server.password());
        return store;
    }

    private static IMAPFolder open(Store store) throws MessagingException {
        IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
        return inbox;
    }

    /** The same for one size, and ending in the middle of a line. */
    private static String letter(int size) {
        StringBuilder letter = new StringBuilder(Letters.from("ann@agency.example"));
        Random random = new Random(size);
        while (letter.length() < size) {
            letter.append((char) ('a' + random.nextInt(26)));
            if (letter.length() % 70 == 0) {
                letter.append("\r\n");
            }
        }
        letter.setLength(size);
        return letter.charAt(size - 1) == '\r'
                ? letter.replace(size - 1, size, "x").toString()
                : letter.toString();
    }
}
