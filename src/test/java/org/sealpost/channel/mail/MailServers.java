package org.sealpost.channel.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.sealpost.channel.mail.MailServer.Protection;

/** A real IMAP and SMTP server on free ports of loopback, with one mailbox. */
final class MailServers implements AutoCloseable {
    static final String ADDRESS = "forms@sealpost.example";
    private static final String PASSWORD = "not-a-secret";

    private final GreenMail greenMail;

    MailServers() {
        greenMail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
        });
        greenMail.start();
        greenMail.setUser(ADDRESS, ADDRESS, PASSWORD);
    }

    GreenMail greenMail() {
        return greenMail;
    }

    MailServer imap() {
        return imapAt(greenMail.getImap().getPort());
    }

    static MailServer imapAt(int port) {
        return new MailServer("127.0.0.1", port, Protection.NONE, ADDRESS, PASSWORD, Duration.ofSeconds(5));
    }

    MailServer smtp() {
        return smtpAt(greenMail.getSmtp().getPort());
    }

    static MailServer smtpAt(int port) {
        return new MailServer("127.0.0.1", port, Protection.NONE, "", "", Duration.ofSeconds(5));
    }

    /** Puts the very bytes into the inbox. */
    void deliver(String... letters) throws MessagingException {
        try (Store store = open()) {
            IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX");
            for (String letter : letters) {
                byte[] bytes = letter.getBytes(StandardCharsets.ISO_8859_1);
                inbox.doOptionalCommand(
                        "APPEND", protocol -> protocol.appenduid("INBOX", new Flags(), new Date(), literal(bytes)));
            }
        }
    }

    int count(String folder) throws MessagingException {
        return subjects(folder).size();
    }

    List<String> subjects(String folder) throws MessagingException {
        List<String> subjects = new ArrayList<>();
        for (Message message : messages(folder)) {
            subjects.add(String.valueOf(message.getSubject()));
        }
        return subjects;
    }

    List<Message> messages(String folder) throws MessagingException {
        Store store = open();
        Folder opened = store.getFolder(folder);
        if (!opened.exists()) {
            store.close();
            return List.of();
        }
        opened.open(Folder.READ_ONLY);
        List<Message> copies = new ArrayList<>();
        for (Message message : opened.getMessages()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                message.writeTo(bytes);
            } catch (IOException e) {
                throw new MessagingException("", e);
            }
            jakarta.mail.internet.MimeMessage copy = new jakarta.mail.internet.MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(bytes.toByteArray()));
            copy.setFlag(Flags.Flag.SEEN, false);
            copies.add(copy);
        }
        store.close();
        return copies;
    }

    /** How many of the inbox are marked as read. */
    int read() throws MessagingException {
        try (Store store = open()) {
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            int seen = 0;
            for (Message message : inbox.getMessages()) {
                seen += message.isSet(Flags.Flag.SEEN) ? 1 : 0;
            }
            return seen;
        }
    }

    void markAllRead() throws MessagingException {
        try (Store store = open()) {
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            for (Message message : inbox.getMessages()) {
                message.setFlag(Flags.Flag.SEEN, true);
            }
            inbox.close(false);
        }
    }

    /** Empties every folder by IMAP's own means, so that whoever has one open is told. */
    void empty() throws MessagingException {
        try (Store store = open()) {
            for (Folder folder : store.getDefaultFolder().list("*")) {
                folder.open(Folder.READ_WRITE);
                for (Message message : folder.getMessages()) {
                    message.setFlag(Flags.Flag.DELETED, true);
                }
                folder.close(true);
            }
        }
    }

    @Override
    public void close() {
        greenMail.stop();
    }

    private static org.eclipse.angus.mail.iap.Literal literal(byte[] bytes) {
        return new org.eclipse.angus.mail.iap.Literal() {
            @Override
            public int size() {
                return bytes.length;
            }

            @Override
            public void writeTo(java.io.OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }

    private Store open() throws MessagingException {
        Session session = Session.getInstance(new Properties());
        Store store = session.getStore("imap");
        store.connect("127.0.0.1", greenMail.getImap().getPort(), ADDRESS, PASSWORD);
        return store;
    }
}
