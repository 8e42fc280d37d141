package org.sealpost.reading.meaning.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts labels and field names into comparable words: lower case, no punctuation, no plural. */
final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]");
    private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s?(?![\\p{L}])");
    private static final Pattern HUMP =
            Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])");
    private static final Pattern ABBREVIATION = Pattern.compile("\\bd\\.\\s?o\\.\\s?b\\b\\.?|\\be[- ]mail\\b");

    private Words() {}

    /** The words of a printed label, without what stands in brackets unless nothing else does. */
    static List<String> ofLabel(String label) {
        List<String> words = cut(BRACKETS.matcher(label).replaceAll(" "));
        return words.isEmpty() ? cut(label) : words;
    }

    /** The words of a field's own name, such as {@code form1[0].suspect_2.dob} or {@code suspectDob2}. */
    static List<String> ofFieldName(String name) {
        return cut(HUMP.matcher(BRACKETS.matcher(name).replaceAll(" "))
                .replaceAll(" ")
                .replace('_', ' '));
    }

    static List<String> cut(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        lower = ABBREVIATION.matcher(lower).replaceAll(m -> m.group().startsWith("d") ? "dob" : "email");
        lower = POSSESSIVE.matcher(lower).replaceAll("");
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(lower, -1)) {
            if (!word.isEmpty()) {
                words.add(singular(word));
            }
        }
        return words;
    }

    private static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
