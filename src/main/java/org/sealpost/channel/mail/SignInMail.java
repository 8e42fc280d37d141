package org.sealpost.channel.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** Sends somebody the link by which that person may sign in. Logs neither. Safe to share between threads. */
public final class SignInMail {
    private final ReplySettings settings;
    private final Outgoing outgoing;

    /** @param settings by which server and from whom */
    public SignInMail(ReplySettings settings) {
        this.settings = settings;
        this.outgoing = new Outgoing(settings.server());
    }

    /**
     * Returns when the server has taken it.
     *
     * @throws IllegalStateException where it has not
     */
    public void send(String address, String link) {
        try {
            outgoing.send(letter(address, link));
        } catch (MessagingException e) {
            throw new IllegalStateException("no mail server took it", e);
        }
    }

    private SMTPMessage letter(String address, String link) throws MessagingException {
        SMTPMessage letter = new SMTPMessage(outgoing.session());
        letter.setEnvelopeFrom(settings.from());
        letter.setFrom(new InternetAddress(settings.from(), true));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        letter.setSubject("Your link to sign in to " + settings.fromName(), StandardCharsets.UTF_8.name());
        letter.setSentDate(new Date());
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setText(text(link), StandardCharsets.UTF_8.name());
        return letter;
    }

    private String text(String link) {
        return """
                Somebody, most likely you, asked to sign in to NAME. This link works once, within 15 minutes, and
                only in the browser that asked for it:

                LINK

                If it was not you, do nothing: without that browser the link opens nothing. Do not pass it on.
                """
                .replace("NAME", settings.fromName())
                .replace("LINK", link);
    }
}
