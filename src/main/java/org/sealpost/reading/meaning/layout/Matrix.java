package org.sealpost.reading.meaning.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.meaning.label.Meaning;

/** One entity a column: roles or numbers in the first row, the labels down the left. */
final class Matrix {
    private static final Pattern NUMBERED =
            Pattern.compile("(?:(.*\\p{L})\\s+|)(?:no\\.?\\s*)?\\(?(\\d{1,2}|[A-H])\\)?[:.]?");

    /** What stands above a column, and the first of the columns that it spans. */
    private record Head(Cell cell, int column) {}

    private final List<Head> heads;
    private final List<List<Cell>> body;
    private final int end;

    private Matrix(List<Head> heads, List<List<Cell>> body, int end) {
        this.heads = heads;
        this.body = body;
        this.end = end;
    }

    static Optional<Matrix> at(List<List<Cell>> rows, int from, CellLabels labels) {
        List<Head> heads = heads(rows.get(from));
        if (!headed(heads, labels)) {
            return Optional.empty();
        }
        int width = CellLabels.columns(rows.get(from)).size();
        List<List<Cell>> body = new ArrayList<>();
        int end = from + 1;
        while (end < rows.size() && !labels.parts(rows.get(end))) {
            List<Cell> row = CellLabels.columns(rows.get(end));
            if (row.size() != width || beyond(heads, row) || headed(heads(rows.get(end)), labels)) {
                break;
            }
            if (!CellLabels.isBlank(row)) {
                body.add(row);
            }
            end++;
        }
        long known = body.stream().filter(r -> labels.isLabel(r.get(0))).count();
        boolean across = body.stream()
                .anyMatch(r -> CellLabels.filled(r.subList(1, r.size())).stream()
                                .distinct()
                                .filter(labels::isSure)
                                .count()
                        >= 2);
        return known > 0 && known * 2 >= body.size() && !across
                ? Optional.of(new Matrix(heads, body, end))
                : Optional.empty();
    }

    /** All cells of a row but the first, which stands above the labels, and blank ones at its end. */
    private static List<Head> heads(List<Cell> row) {
        List<Head> heads = new ArrayList<>();
        List<Cell> columns = CellLabels.columns(row);
        int end = columns.size();
        while (end > 1 && !CellLabels.isFilled(columns.get(end - 1))) {
            end--;
        }
        for (int c = 1; c < end; c++) {
            if (!columns.get(c).equals(columns.get(c - 1))) {
                heads.add(new Head(columns.get(c), c));
            }
        }
        return heads;
    }

    /** Something stands where there is no head above it. */
    private static boolean beyond(List<Head> heads, List<Cell> row) {
        Head last = heads.get(heads.size() - 1);
        int end = Math.min(row.size(), last.column() + last.cell().span());
        return !CellLabels.isBlank(row.subList(end, row.size()));
    }

    /** All are roles, or all are one word and a number or letter of their own. */
    private static boolean headed(List<Head> heads, CellLabels labels) {
        List<Cell> cells = heads.stream().map(Head::cell).toList();
        boolean printed = cells.stream()
                .allMatch(c -> CellLabels.isFilled(c) && c.fields().isEmpty());
        return cells.size() >= 2 && printed && (cells.stream().allMatch(labels::isSection) || counted(cells));
    }

    private static boolean counted(List<Cell> heads) {
        List<Matcher> all =
                heads.stream().map(c -> NUMBERED.matcher(c.text().strip())).toList();
        return all.stream().allMatch(Matcher::matches)
                && all.stream().map(m -> String.valueOf(m.group(1))).distinct().count() == 1
                && all.stream().map(m -> m.group(2)).distinct().count() == heads.size();
    }

    /** The first row that is none of it. */
    int end() {
        return end;
    }

    void read(Cells cells, Marks marks, CellLabels labels) {
        boolean roles = heads.stream().map(Head::cell).allMatch(labels::isSection);
        for (Head head : heads) {
            Meaning meaning = labels.heading(head.cell());
            marks.add(roles ? new Mark.Section(meaning, head.cell().text()) : new Mark.Row());
            for (List<Cell> row : body) {
                cells.inColumn(labels.meaning(row.get(0)), row.get(0).text().strip(), row.get(head.column()));
            }
        }
        if (!roles) {
            marks.add(new Mark.Row());
        }
    }
}
