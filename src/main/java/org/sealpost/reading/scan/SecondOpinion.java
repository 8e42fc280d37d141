package org.sealpost.reading.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts two recognitions of the same pictures together. The first knows English and Welsh words; the second knows the letters of all
 * languages, and is heard about a word with such letters and where it is much surer.
 */
final class SecondOpinion {
    /** Of the larger word's place, what both must share. */
    private static final double SAME_PLACE = 0.6;

    private static final double LIKELY = 0.5;
    private static final double SURE = 0.85;
    private static final double MUCH = 0.04;

    private SecondOpinion() {}

    static List<Recognised> heard(List<Recognised> first, List<Recognised> second) {
        List<Recognised> words = new ArrayList<>();
        for (Recognised word : first) {
            words.add(second.stream()
                    .filter(other -> other.page() == word.page() && shared(word, other) >= SAME_PLACE)
                    .max(Comparator.comparingDouble(other -> shared(word, other)))
                    .map(other -> better(word, other))
                    .orElse(word));
        }
        return words;
    }

    private static Recognised better(Recognised word, Recognised other) {
        return hasItsMarks(word, other) || isMuchSurer(word, other)
                ? word.withText(other.text()).withCertainty(other.certainty())
                : word;
    }

    /** Letter for letter the same word, with marks that the first does not know: Łukasz for Lukasz, ffôn for ff6n. */
    private static boolean hasItsMarks(Recognised word, Recognised other) {
        return other.text().length() == word.text().length()
                && marked(other) > 0
                && marked(other) >= marked(word)
                && other.certainty() >= LIKELY;
    }

    private static boolean isMuchSurer(Recognised word, Recognised other) {
        return other.certainty() >= SURE && other.certainty() > word.certainty() + MUCH;
    }

    private static long marked(Recognised word) {
        return word.text()
                .codePoints()
                .filter(c -> c > 0x7f && Character.isLetter(c))
                .count();
    }

    /** The share of the larger word's place that both have. */
    private static double shared(Recognised one, Recognised other) {
        double width = Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
        double height = Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
        double larger = Math.max(one.width() * (double) one.height(), other.width() * (double) other.height());
        return width <= 0 || height <= 0 ? 0 : width * height / larger;
    }
}
