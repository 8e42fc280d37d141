package org.sealpost.channel.mail;

import java.time.Duration;

/**
 * The mailbox that partners write to.
 *
 * @param server where it is
 * @param handled the folder for letters in custody; default {@code Handled}
 * @param needsAPerson the folder for letters that were turned away; default {@code Needs a person}
 * @param largest the most bytes of a letter that is taken, 1 KiB to 1 GiB; default 40 MiB, which is a form and its
 *     pictures of 25 MiB after base64
 * @param firstPause how long a letter that could not be admitted rests before the second try; each further pause is
 *     twice as long; default 2 s
 * @param longestPause and never longer than this; default 1 min, because a form may be urgent
 * @param faultsBeforeAlarm after so many faults the log calls for a person; the letter is still tried; default 5
 */
public record MailboxSettings(
        MailServer server,
        String handled,
        String needsAPerson,
        int largest,
        Duration firstPause,
        Duration longestPause,
        int faultsBeforeAlarm) {
    public MailboxSettings {
        if (handled.isBlank() || needsAPerson.isBlank() || handled.equals(needsAPerson)) {
            throw new IllegalArgumentException("the two folders of a mailbox have two different names");
        }
        if (largest < 1024 || largest > 1024 * 1024 * 1024) {
            throw new IllegalArgumentException("the largest letter has between 1 KiB and 1 GiB");
        }
        if (firstPause.isNegative() || firstPause.isZero() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("pauses are longer than nothing, and the longest is the longest");
        }
        if (faultsBeforeAlarm < 1) {
            throw new IllegalArgumentException("an alarm needs at least one fault");
        }
    }

    /** The defaults. */
    public static MailboxSettings at(MailServer server) {
        return new MailboxSettings(
                server, "Handled", "Needs a person", 40 * 1024 * 1024, Duration.ofSeconds(2), Duration.ofMinutes(1), 5);
    }
}
