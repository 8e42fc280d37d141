package org.sealpost.channel.sftp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Standing;
import org.sealpost.delivery.Tell;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Locked;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;

/** What a receipt file says, in plain English and UTF-8. It holds nothing of a form but the name of the dropped file. */
public final class ReceiptText {
    private static final String GIVEN_UP =
            "The force has not signed for it, and it is sent no more: they may not have it.\n"
                    + "What to do now: phone the force, give them the reference and tell them what was in the form. You can\n"
                    + "also send the form again. If they sign for it after all, it will say so here.\n";
    private static final String LOCKED = "\nAttention: " + Locked.SENTENCE + " (" + Locked.CODE + ")\n";
    private static final String NOT_A_REFERRAL =
            """

            This is not a referral. If a child or an adult is in immediate danger, call 999 now.
            If a child needs safeguarding, make a referral to children's social care as well.
            """;

    private ReceiptText() {}

    /** For a submission of which the gateway keeps the record. */
    public static Bytes of(Inquire.Record record) {
        return of(record, record.to().flatMap(ReceiptText::fileName));
    }

    /** The same, to a sender who called it something else. */
    public static Bytes of(Inquire.Record record, Optional<String> fileName) {
        String text = "Reference: " + record.reference() + "\n"
                + fileName.map(ReceiptText::file).orElse("")
                + "For: " + record.force() + "\n"
                + "In custody since: " + time(record.admittedAt()) + "\n"
                + "\n"
                + standing(record.standing())
                + (record.locked() ? LOCKED : "");
        return bytes(text);
    }

    /** For a notice that is written to a partner's own server. */
    public static Bytes of(Tell.Notice notice) {
        String text = notice.reference().map(r -> "Reference: " + r + "\n").orElse("")
                + fileName(notice.to()).map(ReceiptText::file).orElse("")
                + "\n"
                + news(notice);
        return bytes(text);
    }

    /** The name under which a form was dropped, where it came as a file. */
    public static Optional<String> fileName(ReturnAddress to) {
        if (to instanceof ReturnAddress.ByDrop drop) {
            return Optional.of(drop.fileName());
        }
        if (to instanceof ReturnAddress.ByPolledServer polled) {
            return Optional.of(polled.fileName());
        }
        return Optional.empty();
    }

    private static String standing(Standing standing) {
        if (standing instanceof Standing.Delivered delivered) {
            return "The force has it, and signed for it at " + time(delivered.since()) + ".\n"
                    + "The signed receipt is the file with the ending .p7s beside this one.\n";
        }
        if (standing instanceof Standing.RefusedByForce refused) {
            return "The force signed at " + time(refused.since()) + " that it could not take it.\n"
                    + why(refused.why());
        }
        if (standing instanceof Standing.Overdue) {
            return "It is sealed and kept. The force has not signed for it in time; a person has been called to it,\n"
                    + "and it is still being sent. You need not send it again.\n";
        }
        if (standing instanceof Standing.GivenUp) {
            return GIVEN_UP;
        }
        if (standing instanceof Standing.Sent) {
            return "It is sealed and on its way. The force has not signed for it yet.\n";
        }
        return "It is sealed and waiting to be sent to the force.\n";
    }

    private static String news(Tell.Notice notice) {
        String at = time(notice.at());
        if (notice.news() instanceof Tell.News.InCustody custody) {
            return "In custody since " + at + ": sealed, and on its way to the force.\n"
                    + (custody.locked() ? LOCKED : "");
        }
        if (notice.news() instanceof Tell.News.Delivered) {
            return "The force has it, and signed for it at " + at + ".\n";
        }
        if (notice.news() instanceof Tell.News.RefusedByForce refused) {
            return "The force signed at " + at + " that it could not take it.\n" + why(refused.why());
        }
        if (notice.news() instanceof Tell.News.GivenUp) {
            return GIVEN_UP;
        }
        if (notice.news() instanceof Tell.News.TurnedAway away) {
            return "This file was NOT taken, at " + at + ". Nothing of it is kept, and nobody will read it.\n"
                    + why(away.why());
        }
        throw new IllegalArgumentException("news of an unknown kind");
    }

    private static String why(Refusal why) {
        return "Why: " + why.sentence() + " (" + why.code() + ")\n";
    }

    private static String file(String name) {
        return "File: " + SafeName.of(name) + "\n";
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Bytes bytes(String text) {
        return Bytes.of((text + NOT_A_REFERRAL).getBytes(StandardCharsets.UTF_8));
    }
}
