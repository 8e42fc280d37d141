package org.sealpost.reading.structure.story;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Whether two ways of reading give the same answer: by its letters and digits alone. */
public final class Likeness {
    private Likeness() {}

    public static boolean isText(String text) {
        return !letters(text).isEmpty();
    }

    public static boolean same(String one, String other) {
        return letters(one).equals(letters(other));
    }

    /** One is the beginning of the other: what does not fit is not drawn. */
    public static boolean begins(String one, String other) {
        String a = letters(one);
        String b = letters(other);
        return a.startsWith(b) || b.startsWith(a);
    }

    /** However a date is set, it has the same numbers, save that of a month in words. */
    public static boolean sameDay(String shown, String kept) {
        return numbers(kept).containsAll(numbers(shown)) && !numbers(shown).isEmpty();
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers =
                new HashSet<>(Arrays.asList(text.replaceAll("\\b0+(?=\\d)", "").split("\\D+")));
        numbers.remove("");
        return numbers;
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }
}
