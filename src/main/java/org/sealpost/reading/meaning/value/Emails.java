package org.sealpost.reading.meaning.value;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Addr-specs of RFC 5322 in the plain form that people write. */
public final class Emails {
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\p{N}._%+'\u2019-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,6}");

    private Emails() {}

    public static List<String> all(String text) {
        return SHAPE.matcher(text).results().map(MatchResult::group).toList();
    }
}
