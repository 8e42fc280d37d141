package org.sealpost.reading.meaning.value;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells an answer from "no answer", and yes from anything else. Immutable. */
public final class Answers {
    /** No word for "no answer" or yes is nearly as long; the patterns below take the square of a text's length. */
    private static final int LONGEST = 1_000;

    private static final Pattern FILLING = Pattern.compile("[-_.\u2026\u2013\u2014?*/\\s]*");

    private final Set<String> none = new HashSet<>();
    private final Set<String> yes = new HashSet<>();

    public Answers(List<String> none, List<String> yes) {
        none.forEach(n -> this.none.add(bare(n)));
        yes.forEach(y -> this.yes.add(bare(y)));
    }

    /** True where nothing was said: blank, N/A, not known, the form's own prompt. */
    public boolean isNone(String text) {
        if (text.length() > LONGEST) {
            return FILLING.matcher(text).matches();
        }
        String bare = bare(text);
        return none.contains(bare) || FILLING.matcher(bare).matches();
    }

    /** True for a clear yes; "no", silence and everything in between are not. */
    public boolean isYes(String text) {
        return text.length() <= LONGEST
                && (yes.contains(bare(text)) || bare(text).matches("yes\\b.*"));
    }

    private static String bare(String text) {
        String one = text.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
        return one.length() > 1 ? one.replaceAll("[.!\\]\\[()]+$|^[\\[(]+", "").strip() : one;
    }
}
