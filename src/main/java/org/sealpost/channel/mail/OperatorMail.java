package org.sealpost.channel.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.sealpost.delivery.Escalate;
import org.sealpost.submission.Reference;

/** Calls the operator by e-mail. Says which and how many, never anything of a form. Safe to share between threads. */
public final class OperatorMail implements Escalate.Person {
    private final ReplySettings settings;
    private final String operator;
    private final Outgoing outgoing;

    /**
     * @param settings by which server and from whom
     * @param operator the address of who is called
     */
    public OperatorMail(ReplySettings settings, String operator) {
        if (!LetterHead.isAddress(operator)) {
            throw new IllegalArgumentException("sealpost.operator.mail is a plain mail address");
        }
        this.settings = settings;
        this.operator = operator;
        this.outgoing = new Outgoing(settings.server());
    }

    @Override
    public String by() {
        return "e-mail";
    }

    @Override
    public void call(Escalate.Call call) {
        try {
            outgoing.send(letter(call));
        } catch (MessagingException e) {
            throw new IllegalStateException("the operator was not reached by e-mail", e);
        }
    }

    private SMTPMessage letter(Escalate.Call call) throws MessagingException {
        SMTPMessage letter = new SMTPMessage(outgoing.session());
        letter.setEnvelopeFrom(settings.from());
        letter.setFrom(new InternetAddress(settings.from(), true));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(operator, true));
        letter.setSubject(
                "Sealpost: " + call.backlog().overdue() + " overdue, the police have not signed for them",
                StandardCharsets.US_ASCII.name());
        letter.setSentDate(new Date());
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setText(text(call), StandardCharsets.UTF_8.name());
        return letter;
    }

    private static String text(Escalate.Call call) {
        StringBuilder text = new StringBuilder("The police have not signed for these in time:\n\n");
        for (Reference reference : call.references()) {
            text.append(reference).append('\n');
        }
        text.append("\nWithout a receipt in all: ")
                .append(call.backlog().waiting())
                .append("\nOverdue of them: ")
                .append(call.backlog().overdue())
                .append("\nThe oldest overdue one is here since: ")
                .append(call.backlog().oldestOverdue().map(Instant::toString).orElse("-"))
                .append(
                        """


                        They are sealed and kept, and are being sent again and again. What to do: see whether
                        the broker runs, and whether the force's receiver does; phone the force where they are
                        urgent. You are not called to the same ones again.
                        """);
        return text.toString();
    }
}
