package org.sealpost.channel.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.sealpost.delivery.Tell.News;
import org.sealpost.delivery.Tell.Notice;
import org.sealpost.submission.Reference;
import org.sealpost.submission.ReturnAddress.ByMail;

/** Writes what a sender is told: the reference, what happened, and what this is not. Never anything of the form. */
final class ReplyWriter {
    private static final String NOT_A_REFERRAL = "This is not a referral. If a child is in immediate danger, call 999.";

    private final ReplySettings settings;

    ReplyWriter(ReplySettings settings) {
        this.settings = settings;
    }

    SMTPMessage write(Session session, Notice notice, ByMail to) throws MessagingException {
        SMTPMessage reply = new Identified(session, messageId(notice));
        reply.setEnvelopeFrom(settings.envelopeSender().isEmpty() ? "<>" : settings.envelopeSender());
        reply.setFrom(sender());
        reply.setRecipient(Message.RecipientType.TO, new InternetAddress(to.address(), true));
        reply.setSubject(subject(notice), StandardCharsets.US_ASCII.name());
        reply.setSentDate(Date.from(notice.at()));
        reply.setHeader("Auto-Submitted", "auto-replied");
        reply.setHeader("X-Auto-Response-Suppress", "All");
        if (!to.messageId().isEmpty()) {
            reply.setHeader("In-Reply-To", to.messageId());
            reply.setHeader("References", to.messageId());
        }
        reply.setText(text(notice), StandardCharsets.UTF_8.name());
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

    private static String subject(Notice notice) {
        String reference = notice.reference().map(Reference::value).orElse("");
        News news = notice.news();
        if (news instanceof News.InCustody) {
            return "Received: " + reference;
        }
        if (news instanceof News.Delivered) {
            return "Delivered to the police: " + reference;
        }
        return ("Not delivered " + reference).strip();
    }

    private String text(Notice notice) {
        StringBuilder text = new StringBuilder(happened(notice.news())).append("\n\n");
        notice.reference()
                .ifPresent(r -> text.append("Your reference is ").append(r).append(".\n\n"));
        if (!settings.statusPage().isEmpty() && notice.reference().isPresent()) {
            text.append("See where it stands: ").append(settings.statusPage()).append("\n\n");
        }
        return text.append(NOT_A_REFERRAL)
                .append("\n\nThis is an automatic reply. Please do not answer it.\n")
                .toString();
    }

    private static String happened(News news) {
        if (news instanceof News.InCustody) {
            return "We have what you sent. It is sealed and on its way to the police, and we will tell you when they have"
                    + " it.";
        }
        if (news instanceof News.Delivered) {
            return "The police have what you sent, and have signed for it.";
        }
        if (news instanceof News.RefusedByForce refused) {
            return "The police could not take what you sent. " + refused.why().sentence();
        }
        return "We could not take what you sent, and the police do not have it. "
                + ((News.TurnedAway) news).why().sentence();
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
