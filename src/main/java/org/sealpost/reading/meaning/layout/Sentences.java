package org.sealpost.reading.meaning.layout;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Tells running text from the answer in a box: "Suspects: nobody has been named so far" names no suspect. */
public final class Sentences {
    private static final Pattern END = Pattern.compile("[.!?]['\")\u2019\u201d]*$");
    private static final Pattern NEXT = Pattern.compile("\\p{Ll}{2}[.!?]['\")\u2019\u201d]*\\s+\\p{Lu}");
    /** Longer ones are no answer in a box. */
    private static final int LONGEST = 2_000;

    private static final int ACCOUNT = 8;

    private Sentences() {}

    /** True where most words are written small, as in a sentence and not as in a name or an address, and it goes on. */
    static boolean isSentence(String text) {
        if (text.length() > LONGEST) {
            return true;
        }
        List<String> words = words(text);
        long small = words.stream()
                .filter(w -> Character.isLowerCase(w.codePointAt(0)))
                .count();
        boolean goesOn = words.size() >= 6
                || END.matcher(text.strip()).find()
                || NEXT.matcher(text).find();
        return words.size() >= 4 && small * 5 >= words.size() * 3L && goesOn;
    }

    /** True for an answer that tells a story, whatever was asked. */
    public static boolean isAccount(String text) {
        return isSentence(text) && words(text).size() >= ACCOUNT;
    }

    /** True as for a sentence, where the text round it is a narrative: there it is enough that it begins small. */
    static boolean continues(String text) {
        String bare = text.strip();
        boolean small = !bare.isEmpty() && Character.isLowerCase(bare.codePointAt(0));
        int words = words(bare).size();
        return isSentence(bare)
                || NEXT.matcher(bare).find()
                || small && (words >= 4 || words >= 2 && END.matcher(bare).find());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{M}'\u2019-]+", -1))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
