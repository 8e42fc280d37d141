package org.sealpost.reading.meaning.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** British postcodes (BS 7666), with or without the blank. */
public final class Postcodes {
    private static final Pattern SHAPE = Pattern.compile(
            "(?i)(?<![A-Z0-9])(GIR|[A-Z]{1,2}\\d[A-Z\\d]?)[ \\t]{0,2}(\\d[ABD-HJLNP-UW-Z]{2})(?![A-Z0-9])");

    private Postcodes() {}

    /** A postcode as it is written on a letter, and the text that says it. */
    public record Found(String postcode, String text) {}

    public static Optional<Found> first(String text) {
        Matcher m = SHAPE.matcher(text);
        return m.find() ? Optional.of(found(m)) : Optional.empty();
    }

    private static Found found(Matcher m) {
        return new Found((m.group(1) + " " + m.group(2)).toUpperCase(Locale.ROOT), m.group());
    }
}
