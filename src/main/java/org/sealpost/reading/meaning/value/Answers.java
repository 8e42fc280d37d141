package org.sealpost.reading.meaning.value;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells an answer from "no answer", and yes from anything else. Immutable. */
public final class Answers {
    private final Set<String> none = new HashSet<>();
    private final Set<String> yes = new HashSet<>();

    public Answers(List<String> none, List<String> yes) {
        none.forEach(n -> this.none.add(bare(n)));
        yes.forEach(y -> this.yes.add(bare(y)));
    }

    /** True where nothing was said: blank, N/A, not known, the form's own prompt. */
    public boolean isNone(String text) {
        String bare = bare(text);
        return bare.isEmpty() || none.contains(bare) || bare.matches("[-_.\u2026\u2013\u2014?*/\\s]+");
    }

    /** True for a clear yes; "no", silence and everything in between are not. */
    public boolean isYes(String text) {
        return yes.contains(bare(text)) || bare(text).matches("yes\\b.*");
    }

    private static String bare(String text) {
        String one = text.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
        return one.length() > 1 ? one.replaceAll("[.!\\]\\[()]+$|^[\\[(]+", "").strip() : one;
    }
}
