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

    /** Somewhere else, or later. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?:please )?(?:see|refer(?: to)?|as(?: per)?|same as|to be)(?: the| in| on| my)? (?:above|below|over|overleaf|attached|narrative|details|notes|report|text|section.{0,12}|page.{0,5}|box.{0,5}|previous.{0,12}|confirmed|advised|completed|established)(?: .{0,20})?"
                    + "|same as .{1,40}");
    /** The form's own bidding, left where the answer should be. */
    private static final Pattern BIDDING = Pattern.compile(
            "(?:please )?(?:enter|type|insert|select|choose|pick|click|tap|write|add)(?: (?:or|and) [a-z]+)?(?: (?:here|to|in|an?|the|any|one|your|their|full|first|last|text|date|dob|name|surname|address|details?|description|item|option|more)\\b.*)?"
                    + "|(?:select|choose|enter|insert) [a-z]+");
    /** "None seen": nothing, and what is meant. */
    private static final Pattern NOTHING = Pattern.compile(
            "(?:none|nothing|not|no|never|address|whereabouts|details|dob|age|number) (?:is )?(?:unknown|not known|seen|known|given|noted|recorded|reported|observed|provided|obtained|visible)"
                    + "|no [a-z]+ (?:identified|named|known|given|seen|provided|disclosed|recorded|available)");

    private static final Pattern YES_OR_NO = Pattern.compile("(?:yes|no|y|n)(?:[ /]*(?:yes|no))?");

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
        return none.contains(bare)
                || FILLING.matcher(bare).matches()
                || ELSEWHERE.matcher(bare).matches()
                || BIDDING.matcher(bare).matches()
                || NOTHING.matcher(bare).matches();
    }

    /** The answer to a question that wants no more; it is nobody's name. */
    public boolean isYesOrNo(String text) {
        return text.length() <= LONGEST && YES_OR_NO.matcher(bare(text)).matches();
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
