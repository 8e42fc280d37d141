package org.sealpost.reading.meaning.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a registration mark may be that was recognised in a picture, where a letter and a figure look alike (O and 0, I and 1, Z and
 * 2, S and 5, G and 6, B and 8). Shapes after DVLA's INF104; a question mark stands for any character.
 */
public final class PlateShapes {
    private static final Pattern CURRENT = Pattern.compile("[A-HJ-PR-Y?]{2}[0-9?]{2}[A-HJ-PR-Z?]{3}");
    /** Whose every place holds either a letter or a figure, so that one reading only is possible. */
    private static final Pattern DATED = Pattern.compile(CURRENT
            + "|[A-HJ-NP-TV-Y?][0-9?]{1,3}[A-Z?]{3}"
            + "|[A-Z?]{3}[0-9?]{1,3}[A-HJ-NPR-TV-Y?]"
            + "|[0-9?]{3}[DX][0-9?]{3}");

    private static final Pattern UNDATED = Pattern.compile("[A-Z?]{1,3}[0-9?]{1,4}|[0-9?]{1,4}[A-Z?]{1,3}");

    private static final Pattern WORDS =
            Pattern.compile("(?<![A-Z0-9])(?=[A-Z ]*[0-9])(?=[0-9 ]*[A-Z])[A-Z0-9]{4} ?[A-Z0-9]{3}(?![A-Z0-9])");

    private static final String LETTERS = "OIZSGB";
    private static final String FIGURES = "012568";
    private static final int MOST = 8;
    private static final int LONGEST = 8;

    private PlateShapes() {}

    /**
     * A mark and what it may be as well.
     *
     * @param alternatives without {@code mark}, the likeliest first, eight at most
     */
    public record Recognised(String mark, List<String> alternatives) {}

    /**
     * Changes the mark only where it is none as it stands and one reading alone makes it one; what stood there is then an
     * alternative.
     *
     * @param mark upper case, no blanks
     */
    public static Recognised recognised(String mark) {
        if (mark.length() > LONGEST) {
            return new Recognised(mark, List.of());
        }
        List<String> dated = variants(mark, DATED.asMatchPredicate());
        if (DATED.matcher(mark).matches()) {
            return new Recognised(mark, dated);
        }
        if (UNDATED.matcher(mark).matches()) {
            List<String> others = new ArrayList<>(dated);
            others.addAll(variants(mark, UNDATED.asMatchPredicate()));
            return new Recognised(mark, others.stream().limit(MOST).toList());
        }
        return dated.size() == 1 ? new Recognised(dated.get(0), List.of(mark)) : new Recognised(mark, dated);
    }

    /** The marks in a text, those included that are marks only when a letter is taken for the figure like it. */
    public static List<Plates.Found> inText(String text) {
        List<Plates.Found> clear = Plates.clear(text);
        if (!clear.isEmpty()) {
            return clear;
        }
        return WORDS.matcher(text)
                .results()
                .map(m -> new Plates.Found(m.group().replace(" ", ""), m.group()))
                .filter(f -> !DATED.matcher(f.mark()).matches()
                        && variants(f.mark(), CURRENT.asMatchPredicate()).size() == 1)
                .toList();
    }

    private static List<String> variants(String mark, Predicate<String> fits) {
        Set<String> all = new LinkedHashSet<>(List.of(mark));
        for (int i = 0; i < mark.length(); i++) {
            char turned = turned(mark.charAt(i));
            if (turned != mark.charAt(i)) {
                for (String known : List.copyOf(all)) {
                    all.add(known.substring(0, i) + turned + known.substring(i + 1));
                }
            }
        }
        return all.stream()
                .filter(v -> !v.equals(mark) && fits.test(v))
                .sorted(Comparator.comparingInt(v -> changes(v, mark)))
                .limit(MOST)
                .toList();
    }

    private static char turned(char c) {
        int letter = LETTERS.indexOf(c);
        int figure = FIGURES.indexOf(c);
        return letter >= 0 ? FIGURES.charAt(letter) : figure >= 0 ? LETTERS.charAt(figure) : c;
    }

    private static int changes(String one, String other) {
        int changes = 0;
        for (int i = 0; i < one.length(); i++) {
            changes += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return changes;
    }
}
