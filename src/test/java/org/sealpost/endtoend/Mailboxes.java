package org.sealpost.endtoend;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A mail server with the gateway's mailbox and the sender's. */
final class Mailboxes implements AutoCloseable {
    static final String SENDER = "b.worker@example-agency.example";
    private static final String GATEWAY = "intelligence@gateway.example";
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final GreenMailUser sender;
    private final GreenMailUser gateway;

    Mailboxes() {
        server.start();
        gateway = server.setUser(GATEWAY, GATEWAY, "mailbox-password");
        sender = server.setUser(SENDER, SENDER, "sender-password");
    }

    /** What the gateway must be told to use them. */
    Map<String, String> environment() {
        Map<String, String> all = new HashMap<>();
        all.put("SEALPOST_MAILBOX_ENABLED", "true");
        all.put("SEALPOST_MAILBOX_PROTECTION", "none");
        all.put("SEALPOST_MAILBOX_HOST", "127.0.0.1");
        all.put("SEALPOST_MAILBOX_PORT", Integer.toString(server.getImap().getPort()));
        all.put("SEALPOST_MAILBOX_USER", GATEWAY);
        all.put("SEALPOST_MAILBOX_PASSWORD", "mailbox-password");
        all.put("SEALPOST_MAILBOX_INTERVAL", "1s");
        all.put("SEALPOST_REPLIES_ENABLED", "true");
        all.put("SEALPOST_REPLIES_HOST", "127.0.0.1");
        all.put("SEALPOST_REPLIES_PORT", Integer.toString(server.getSmtp().getPort()));
        all.put("SEALPOST_REPLIES_FROM", GATEWAY);
        // GreenMail does not know the empty envelope sender.
        all.put("SEALPOST_REPLIES_ENVELOPESENDER", GATEWAY);
        return all;
    }

    /** By SMTP, as the sender's mail program would. */
    void send(String subject, String text, Path attachment) throws MessagingException, IOException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress(SENDER));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(GATEWAY));
        message.setSubject(subject);
        MimeBodyPart body = new MimeBodyPart();
        body.setText(text, "UTF-8");
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(
                new DataHandler(new ByteArrayDataSource(Files.readAllBytes(attachment), "application/octet-stream")));
        file.setFileName(attachment.getFileName().toString());
        file.setDisposition(Part.ATTACHMENT);
        message.setContent(new MimeMultipart(body, file));
        Transport.send(message);
    }

    /** Laid into the gateway's mailbox as it is, as the mail server in front does it. */
    void deliver(String letter) throws MessagingException {
        gateway.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(letter.getBytes(StandardCharsets.US_ASCII))));
    }

    /** The texts of what the sender got back, oldest first. */
    List<String> replies() {
        return Arrays.stream(server.getReceivedMessagesForDomain(sender.getEmail()))
                .map(Mailboxes::text)
                .toList();
    }

    private static String text(MimeMessage message) {
        try {
            return message.getSubject() + "\n" + message.getContent();
        } catch (MessagingException | IOException e) {
            throw new AssertionError("unreadable reply", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
