package org.sealpost.channel.mail;

import org.sealpost.delivery.Tell.News;
import org.sealpost.delivery.Tell.Notice;
import org.sealpost.submission.Locked;
import org.sealpost.submission.Reference;

/**
 * The words of a reply, for somebody with little time: the reference first, then what happened, what comes next and
 * when, and what this is not. Never anything of the form, its subject or its people.
 */
record ReplyText(String subject, String body) {
    private static final String NOT_A_REFERRAL =
            """
            This is not a referral.
            If a child or an adult is in immediate danger, call 999.

            This e-mail was sent automatically. Nobody reads replies to it.
            """;

    /** To whoever is named as the sender and may never have written: neutral, and nothing of what came. */
    private static final String NOT_A_FORM_OF_YOURS =
            """
            If you have not sent us anything, you need not do anything.
            If a child or an adult is in immediate danger, call 999.

            This e-mail was sent automatically. Nobody reads replies to it.
            """;

    static ReplyText of(Notice notice) {
        String reference = notice.reference().map(Reference::value).orElse("");
        StringBuilder body = new StringBuilder();
        if (!reference.isEmpty()) {
            body.append("Your reference: ").append(reference).append("\n\n");
        }
        body.append(happened(notice.news())).append("\n\n");
        body.append(isToWhoeverIsNamed(notice.news()) ? NOT_A_FORM_OF_YOURS : NOT_A_REFERRAL);
        String subject = subject(notice.news());
        return new ReplyText(reference.isEmpty() ? subject : subject + ": " + reference, body.toString());
    }

    /** Lines of 76 characters at the most. */
    private static String wrapped(String sentence) {
        return sentence.replaceAll("(.{1,76})(?: |$)", "$1\n").strip();
    }

    private static boolean isToWhoeverIsNamed(News news) {
        return news instanceof News.Held || news instanceof News.TurnedDown;
    }

    private static String subject(News news) {
        if (news instanceof News.Held) {
            return "An e-mail in your name waits to be checked";
        }
        if (news instanceof News.TurnedDown) {
            return "An e-mail in your name was not passed on";
        }
        if (news instanceof News.InCustody) {
            return "We have your form";
        }
        if (news instanceof News.Delivered) {
            return "The police have your form";
        }
        if (news instanceof News.GivenUp) {
            return "The police have not confirmed your form: please phone them";
        }
        return "Your form did not reach the police";
    }

    private static String happened(News news) {
        if (news instanceof News.InCustody custody) {
            return """
                    We have the form you e-mailed. It is sealed, so only the police can read it.

                    """
                    + (custody.locked() ? wrapped(Locked.SENTENCE) + "\n\n" : "")
                    + """
                    What happens next: we deliver it to the police, usually within a few
                    minutes, and e-mail you again when they have signed for it. You do not need
                    to do anything. Please do not send it twice.

                    If you have not heard from us by the end of tomorrow, contact the police
                    and give them the reference.\
                    """;
        }
        if (news instanceof News.Delivered) {
            return """
                    The police have the form you e-mailed, and have signed for it.

                    What happens next: it is with them now. You do not need to do anything. If
                    you want to ask them about it, give them the reference.\
                    """;
        }
        if (news instanceof News.GivenUp) {
            return """
                    The police have not signed for the form you e-mailed, and we have stopped trying
                    to deliver it. They may not have it.

                    What to do now: phone the police, give them the reference and tell them what was in
                    the form. You can also send the form again. If the police sign for it after all, we
                    e-mail you again.\
                    """;
        }
        if (news instanceof News.RefusedByForce refused) {
            return "The police could not take the form you e-mailed. The reason:\n"
                    + refused.why().sentence()
                    + "\n\nWhat to do now: put that right if you can and send the form again.\n"
                    + "If it is urgent, phone the police and do not wait.";
        }
        if (news instanceof News.Held) {
            return """
                    We have received an e-mail that names this address as its sender, and could not make
                    sure that it is from you. The police do not have it yet: a person looks at it first.

                    What to do now, if you sent us a form today: phone the police if it is urgent, and do
                    not wait. Otherwise ask whoever looks after your agency's e-mail to make sure that it
                    is sent by your own mail server.                    """;
        }
        if (news instanceof News.TurnedDown turnedDown) {
            return "An e-mail that names this address as its sender was not passed on to the police. The reason:\n"
                    + turnedDown.why().sentence()
                    + "\n\nIf it was yours and the police should have it, send it again another way, or phone them.";
        }
        return "We could not take the e-mail you sent, so the police do not have it. The reason:\n"
                + ((News.TurnedAway) news).why().sentence()
                + "\n\nWhat to do now: put that right if you can and send it again.\n"
                + "If it is urgent, phone the police and do not wait.";
    }
}
