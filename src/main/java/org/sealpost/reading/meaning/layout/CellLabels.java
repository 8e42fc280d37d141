package org.sealpost.reading.meaning.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.meaning.label.LabelMatcher;
import org.sealpost.reading.meaning.label.Meaning;

/** What the cells of a table are: labels, headings, answers, or nothing. Immutable. */
final class CellLabels {
    /** As many columns as are looked at: a cell that claims more is none of a form's. */
    private static final int WIDEST = 63;

    private static final int LONGEST_TITLE = 100;
    private static final Pattern LETTERED = Pattern.compile("(.*\\p{L}{3,})\\s+\\(?([A-H])\\)?:?");

    private final LabelMatcher labels;

    CellLabels(LabelMatcher labels) {
        this.labels = labels;
    }

    static boolean isFilled(Cell cell) {
        return !cell.text().isBlank() || !cell.fields().isEmpty();
    }

    static boolean isBlank(List<Cell> row) {
        return row.stream().noneMatch(CellLabels::isFilled);
    }

    static List<Cell> filled(List<Cell> row) {
        return row.stream().filter(CellLabels::isFilled).toList();
    }

    /** A cell for every column, one that spans several repeated. */
    static List<Cell> columns(List<Cell> row) {
        List<Cell> columns = new ArrayList<>();
        for (Cell cell : row) {
            for (int i = 0; i < Math.min(cell.span(), WIDEST); i++) {
                columns.add(cell);
            }
        }
        return columns;
    }

    /** What a cell means as a label, nothing where it is none: it has fields, or its own answer behind a colon. */
    Meaning meaning(Cell cell) {
        Meaning meaning =
                cell.fields().isEmpty() && !answersItself(cell.text()) ? labels.label(cell.text()) : Meaning.NONE;
        return meaning.certainty() >= Certainty.PLACED ? meaning : Meaning.NONE;
    }

    boolean isLabel(Cell cell) {
        return !meaning(cell).isNone();
    }

    /** A label of which every word is known. */
    boolean isSure(Cell cell) {
        Meaning meaning = meaning(cell);
        return !meaning.isNone() && meaning.certainty() >= Certainty.SURE;
    }

    /** "Age: 15" is a label with its answer, "Telephone: (work)" and "Vehicle: colour" are labels. */
    boolean answersItself(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return false;
        }
        String rest = text.substring(colon + 1).strip();
        return !rest.isEmpty()
                && !rest.startsWith("(")
                && !labels.label(text.substring(0, colon)).isNone()
                && labels.label(rest).certainty() < Certainty.SURE;
    }

    /** What a cell means as a heading; "Suspect B" is the second one. */
    Meaning heading(Cell cell) {
        if (!cell.fields().isEmpty()) {
            return Meaning.NONE;
        }
        String text = cell.text().strip();
        Matcher lettered = LETTERED.matcher(text);
        if (text.length() <= LONGEST_TITLE && lettered.matches()) {
            Meaning meaning = labels.heading(lettered.group(1));
            if (meaning.isSection()) {
                return meaning.withNumber(lettered.group(2).charAt(0) - 'A' + 1);
            }
        }
        return labels.heading(text);
    }

    boolean isSection(Cell cell) {
        Meaning meaning = heading(cell);
        return meaning.isSection() && meaning.certainty() >= Certainty.PLACED;
    }

    /** A title of which every word is known, and which opens a section or a narrative. */
    private boolean isTitle(Cell cell) {
        Meaning meaning = heading(cell);
        boolean opens = meaning.isSection() && cell.emphasised() || meaning.isLong();
        return opens && meaning.certainty() >= Certainty.SURE;
    }

    /** True for a row that stands for itself in the midst of others: across all columns, or a title and nothing else. */
    boolean parts(List<Cell> row) {
        List<Cell> filled = filled(row);
        return row.size() == 1 && row.get(0).span() == 1
                || filled.size() == 1
                        && (row.size() == 1
                                || filled.get(0).span() >= row.size()
                                        && filled.get(0).span() > 1
                                || isTitle(filled.get(0)));
    }
}
