package org.sealpost.demo;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A mail server in memory with the gateway's mailbox and a school's. */
final class DemoMail implements AutoCloseable {
    static final String GATEWAY = "intelligence@gateway.example";
    static final String SENDER = "pastoral@example-agency.example";

    private final GreenMail server;

    DemoMail(Ports ports) {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(ports.imap(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        server.setUser(GATEWAY, GATEWAY, "example-only");
        server.setUser(SENDER, SENDER, "example-only");
    }

    /** What the gateway's configuration says of it. */
    Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("sealpost.mailbox.enabled", true),
                Map.entry("sealpost.mailbox.protection", "none"),
                Map.entry("sealpost.mailbox.port", server.getImap().getPort()),
                Map.entry("sealpost.mailbox.user", GATEWAY),
                Map.entry("sealpost.mailbox.password", "example-only"),
                Map.entry("sealpost.mailbox.interval", "1s"),
                Map.entry("sealpost.replies.enabled", true),
                Map.entry("sealpost.replies.port", server.getSmtp().getPort()),
                Map.entry("sealpost.replies.from", GATEWAY),
                // This small mail server does not know the empty envelope sender.
                Map.entry("sealpost.replies.envelope-sender", GATEWAY));
    }

    void send(DemoForm form) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress(SENDER));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(GATEWAY));
        message.setSubject("Information sharing form");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Please find our form attached.", "UTF-8");
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(form.bytes(), "application/octet-stream")));
        file.setFileName(form.name());
        message.setContent(new MimeMultipart(text, file));
        Transport.send(message);
    }

    /** The subjects of what came back, oldest first. */
    List<String> replies() {
        GreenMailUser sender = server.getUserManager().getUser(SENDER);
        return Arrays.stream(server.getReceivedMessagesForDomain(sender.getEmail()))
                .map(DemoMail::subject)
                .toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            return "(unreadable)";
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
