package org.sealpost.channel.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows mail that no person wrote. To answer it could set two programs talking to each other for ever (RFC 3834,
 * section 2; RFC 2076 for Precedence; RFC 2919 for List-Id; Microsoft's X-Auto-Response-Suppress).
 */
final class AutomaticMail {
    private static final Set<String> BULK = Set.of("bulk", "list", "junk", "auto_reply");
    private static final Set<String> SUPPRESS = Set.of("all", "autoreply", "oof");
    private static final Pattern ROBOT = Pattern.compile(
            "(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|noreply-.*|.*-(?:request|bounces?)|owner-.*|bounces?)"
                    + "(?:[+=].*)?");

    private AutomaticMail() {}

    /** Whether an answer must not be sent. */
    static boolean mustNotBeAnswered(LetterHead head) {
        return isMadeByAProgram(head)
                || head.words("Precedence").anyMatch(BULK::contains)
                || !head.all("List-Id").isEmpty()
                || head.words("X-Auto-Response-Suppress").anyMatch(SUPPRESS::contains)
                || hasNoReturnPath(head)
                || head.author().map(AutomaticMail::isRobot).orElse(true);
    }

    /**
     * Whether it is itself an answer of a program to something, a bounce or an out-of-office note, and so no form.
     * What a program sends of its own accord ({@code auto-generated}) may well be a form.
     */
    static boolean isAnAnswer(LetterHead head) {
        return head.words("Auto-Submitted")
                        .findFirst()
                        .filter("auto-replied"::equals)
                        .isPresent()
                || head.words("Content-Type")
                        .findFirst()
                        .filter("multipart/report"::equals)
                        .isPresent();
    }

    private static boolean isMadeByAProgram(LetterHead head) {
        return isAnAnswer(head)
                || head.words("Auto-Submitted")
                        .findFirst()
                        .filter(word -> !word.equals("no"))
                        .isPresent();
    }

    private static boolean hasNoReturnPath(LetterHead head) {
        return head.all("Return-Path").stream()
                .anyMatch(path -> path.replace(" ", "").equals("<>"));
    }

    private static boolean isRobot(String address) {
        String local = address.substring(0, address.lastIndexOf('@')).toLowerCase(Locale.ROOT);
        return ROBOT.matcher(local).matches();
    }
}
