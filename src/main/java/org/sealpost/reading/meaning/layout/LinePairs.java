package org.sealpost.reading.meaning.layout;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.reading.meaning.label.LabelMatcher;
import org.sealpost.reading.meaning.label.Meaning;

/** Cuts a line into labels and answers: {@code Name: X   DOB: Y}, or laid out with blanks. Immutable. */
final class LinePairs {
    private static final int LONGEST_LABEL = 10;
    /** Longer ones are no line of a form: nothing is looked for in them. */
    private static final int LONGEST_LINE = 10_000;

    private final LabelMatcher labels;

    LinePairs(LabelMatcher labels) {
        this.labels = labels;
    }

    /** A label and its answer, blank where none stands in the line. */
    record Pair(Meaning meaning, String label, String value) {}

    /**
     * The pairs of a line, none where it is no such line.
     *
     * @param certainty how much of the first label must be known; of those that follow all must be
     */
    List<Pair> of(String line, double certainty) {
        if (line.length() > LONGEST_LINE) {
            return List.of();
        }
        int colon = nextColon(line, 0);
        if (colon < 0) {
            return apart(line);
        }
        Meaning first = labels.label(line.substring(0, colon));
        return first.isNone() || first.certainty() < certainty ? List.of() : from(line, colon, first);
    }

    private List<Pair> from(String line, int firstColon, Meaning first) {
        List<Pair> pairs = new ArrayList<>();
        Meaning meaning = first;
        int labelFrom = 0;
        int colon = firstColon;
        while (true) {
            String label = line.substring(labelFrom, colon).strip();
            int next = meaning.isLong() ? -1 : nextColon(line, colon + 1);
            int nextLabel = next < 0 ? -1 : labelBefore(line, colon + 1, next);
            while (next >= 0 && nextLabel < 0) {
                next = nextColon(line, next + 1);
                nextLabel = next < 0 ? -1 : labelBefore(line, colon + 1, next);
            }
            String value = line.substring(colon + 1, nextLabel < 0 ? line.length() : nextLabel);
            pairs.add(new Pair(meaning, label, value.strip().replaceAll("\\s*[,;|]$", "")));
            if (nextLabel < 0) {
                return pairs;
            }
            labelFrom = nextLabel;
            colon = next;
            meaning = labels.label(line.substring(labelFrom, colon));
        }
    }

    /** {@code Name    Carl Dunn    DOB    1/2/1990}, laid out with blanks. */
    private List<Pair> apart(String line) {
        String[] parts = line.split("\\s{2,}|\\t+", -1);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < parts.length; i += 2) {
            Meaning meaning = labels.label(parts[i]);
            if (meaning.isNone() || meaning.certainty() < Certainty.SURE) {
                return List.of();
            }
            pairs.add(new Pair(meaning, parts[i], parts[i + 1]));
        }
        return parts.length % 2 == 0 ? pairs : List.of();
    }

    private static int nextColon(String line, int from) {
        int at = line.indexOf(':', from);
        while (at >= 0) {
            boolean time = at > 0
                    && at + 1 < line.length()
                    && Character.isDigit(line.charAt(at - 1))
                    && Character.isDigit(line.charAt(at + 1));
            if (!time && !line.startsWith("://", at)) {
                return at;
            }
            at = line.indexOf(':', at + 1);
        }
        return -1;
    }

    /** Where the longest label that ends before the colon begins; -1 where none does. */
    private int labelBefore(String line, int from, int colon) {
        int best = -1;
        int words = 0;
        for (int i = colon - 1; i >= from && words < LONGEST_LABEL; i--) {
            boolean start = !Character.isWhitespace(line.charAt(i)) && Character.isWhitespace(line.charAt(i - 1));
            if (start) {
                words++;
                Meaning meaning = labels.label(line.substring(i, colon));
                best = !meaning.isNone() && meaning.certainty() >= Certainty.SURE ? i : best;
            }
        }
        return best;
    }
}
