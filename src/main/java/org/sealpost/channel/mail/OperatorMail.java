package org.sealpost.channel.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.sealpost.delivery.Escalate;

/** Calls a person by e-mail. Says which and how many, never anything of a form. Safe to share between threads. */
public final class OperatorMail implements Escalate.Person {
    private static final String HELD_BACK =
            """

            What is HELD BACK is sealed and sent to nobody: it is not known to be from whom it says.
            What to do: look at /operator/held, or bin/sealpost held, ask the agency whether it is
            theirs, and release or refuse it.
            """;

    private final ReplySettings settings;
    private final String name;
    private final String address;
    private final Outgoing outgoing;

    /**
     * @param settings by which server and from whom
     * @param name of the person; empty where none is configured
     * @param address of the person
     */
    public OperatorMail(ReplySettings settings, String name, String address) {
        if (!LetterHead.isAddress(address)) {
            throw new IllegalArgumentException("who is called has a plain mail address");
        }
        this.settings = settings;
        this.name = name;
        this.address = address;
        this.outgoing = new Outgoing(settings.server());
    }

    @Override
    public String name() {
        return name;
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
            throw new IllegalStateException("nobody was reached by e-mail", e);
        }
    }

    private SMTPMessage letter(Escalate.Call call) throws MessagingException {
        SMTPMessage letter = new SMTPMessage(outgoing.session());
        letter.setEnvelopeFrom(settings.from());
        letter.setFrom(new InternetAddress(settings.from(), true));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        letter.setSubject(
                "Sealpost: " + call.backlog().overdue()
                        + (anyHeldBack(call)
                                ? " overdue, some held back until a person decides"
                                : " overdue, the police have not signed for them"),
                StandardCharsets.US_ASCII.name());
        letter.setSentDate(new Date());
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setText(text(call), StandardCharsets.UTF_8.name());
        return letter;
    }

    private static boolean anyHeldBack(Escalate.Call call) {
        return call.late().stream().anyMatch(Escalate.Late::heldBack);
    }

    private String text(Escalate.Call call) {
        StringBuilder text = new StringBuilder(name.isEmpty() ? "" : "To: " + name + "\n\n")
                .append(
                        anyHeldBack(call)
                                ? "These wait too long:\n\n"
                                : "The police have not signed for these in time:\n\n");
        for (Escalate.Late late : call.late()) {
            text.append(late.reference())
                    .append("  for ")
                    .append(late.force())
                    .append(", here since ")
                    .append(late.since())
                    .append(late.urgent() ? ", URGENT" : "")
                    .append(late.heldBack() ? ", HELD BACK until a person decides" : "")
                    .append('\n');
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
                        urgent. The list of all, and why, is on the gateway's page /operator/undelivered, or
                        comes by the command bin/sealpost undelivered. You are not called to the same ones again.
                        """);
        return text.append(anyHeldBack(call) ? HELD_BACK : "").toString();
    }
}
