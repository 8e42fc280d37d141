package org.sealpost.channel.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.sealpost.delivery.Tell.Notice;
import org.sealpost.submission.ReturnAddress.ByMail;

/** Writes the letter that tells a sender: who it is from and to, and that no program should answer it (RFC 3834). */
final class ReplyWriter {
    private final ReplySettings settings;

    ReplyWriter(ReplySettings settings) {
        this.settings = settings;
    }

    SMTPMessage write(Session session, Notice notice, ByMail to) throws MessagingException {
        SMTPMessage reply = new Identified(session, messageId(notice));
        reply.setEnvelopeFrom(settings.envelopeSender().isEmpty() ? "<>" : settings.envelopeSender());
        reply.setFrom(sender());
        reply.setRecipient(Message.RecipientType.TO, new InternetAddress(to.address(), true));
        ReplyText text = ReplyText.of(notice);
        reply.setSubject(text.subject(), StandardCharsets.US_ASCII.name());
        reply.setSentDate(Date.from(notice.at()));
        reply.setHeader("Auto-Submitted", "auto-replied");
        reply.setHeader("X-Auto-Response-Suppress", "All");
        if (!to.messageId().isEmpty()) {
            reply.setHeader("In-Reply-To", to.messageId());
            reply.setHeader("References", to.messageId());
        }
        reply.setText(text.body(), StandardCharsets.UTF_8.name());
        reply.saveChanges();
        return reply;
    }

    private InternetAddress sender() throws MessagingException {
        try {
            return new InternetAddress(settings.from(), settings.fromName(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    /** The same for every try, so that a reply that was sent twice is recognised as one. */
    private String messageId(Notice notice) {
        String domain = settings.from().substring(settings.from().lastIndexOf('@') + 1);
        return "<" + notice.number() + "." + notice.id() + "@" + domain + ">";
    }

    /** The library would write a Message-ID of its own each time. */
    private static final class Identified extends SMTPMessage {
        private final String id;

        private Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
