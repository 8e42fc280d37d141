package org.sealpost.reading.structure.story;

import java.util.regex.Pattern;

/** What a field shows where nobody answered. */
public final class Prompts {
    /** The prompts that Word itself puts into its controls. */
    private static final Pattern OF_WORD = Pattern.compile(
            "(?is)(click( or tap)?|tap) (here )?to (enter|add|choose|select) (some )?(text|a date|an item)\\.?|choose an item\\.?"
                    + "|click( or tap)? (here|on icon) to .*");

    private static final Pattern BIDDING =
            Pattern.compile("(?is)[\\[<(].*|.*(click|enter|type|insert|choose|select|\\.\\.\\.|\u2026).*");

    private Prompts() {}

    /**
     * The answer in a field; Word shows five en spaces where nothing is filled in.
     *
     * @param cameWith the text that the form itself came with: no answer where it bids or is bracketed; another ("England")
     *     may have been left as one
     */
    public static String answer(String shown, String cameWith) {
        String value = shown.replace('\u2002', ' ').strip();
        boolean prompt = OF_WORD.matcher(value).matches()
                || value.equals(cameWith.strip()) && BIDDING.matcher(value).matches();
        return prompt ? "" : value;
    }
}
