package org.sealpost.channel.mail;

import java.util.Optional;

/**
 * Which letter of the inbox (RFC 9051, section 2.3.1.1): its UID means nothing without the folder's UIDVALIDITY, and
 * after that has changed it may be another letter's.
 */
public record LetterId(long uidValidity, long uid) {
    /** What {@link #toString} wrote; empty where it was not that. */
    public static Optional<LetterId> parse(String text) {
        int slash = text.indexOf('/');
        try {
            return slash < 0
                    ? Optional.empty()
                    : Optional.of(new LetterId(
                            Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return uidValidity + "/" + uid;
    }
}
