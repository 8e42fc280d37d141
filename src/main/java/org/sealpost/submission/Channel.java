package org.sealpost.submission;

import java.util.Locale;

/** The way by which a submission came. */
public enum Channel {
    EMAIL,
    SFTP,
    WEB;

    /** The word that stands in readings and ledger entries: {@code email}, {@code sftp}, {@code web}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException where the word is none of {@link #word} */
    public static Channel ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
