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

    private final List<Cell> heads;
    private final List<List<Cell>> body;
    private final int end;

    private Matrix(List<Cell> heads, List<List<Cell>> body, int end) {
        this.heads = heads;
        this.body = body;
        this.end = end;
    }

    static Optional<Matrix> at(List<List<Cell>> rows, int from, CellLabels labels) {
        List<Cell> heads = CellLabels.columns(rows.get(from));
        if (heads.size() < 3 || !headed(heads.subList(1, heads.size()), labels)) {
            return Optional.empty();
        }
        List<List<Cell>> body = new ArrayList<>();
        int end = from + 1;
        while (end < rows.size() && !labels.parts(rows.get(end))) {
            List<Cell> row = CellLabels.columns(rows.get(end));
            boolean next = row.size() >= 3 && headed(row.subList(1, row.size()), labels);
            if (row.size() != heads.size() || next) {
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
                                .filter(labels::isSure)
                                .count()
                        >= 2);
        return known > 0 && known * 2 >= body.size() && !across
                ? Optional.of(new Matrix(heads, body, end))
                : Optional.empty();
    }

    /** All are roles, or all are one word and a number or letter of their own. */
    private static boolean headed(List<Cell> heads, CellLabels labels) {
        List<Cell> filled = CellLabels.filled(heads).stream().distinct().toList();
        if (filled.size() < 2
                || filled.size() < heads.size()
                || filled.stream().anyMatch(c -> !c.fields().isEmpty())) {
            return false;
        }
        return filled.stream().allMatch(labels::isSection) || counted(filled);
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
        boolean roles = heads.stream().skip(1).allMatch(labels::isSection);
        for (int c = 1; c < heads.size(); c++) {
            Meaning head = labels.heading(heads.get(c));
            marks.add(roles ? new Mark.Section(head, heads.get(c).text()) : new Mark.Row());
            for (List<Cell> row : body) {
                cells.inColumn(labels.meaning(row.get(0)), row.get(0).text().strip(), row.get(c));
            }
        }
        if (!roles) {
            marks.add(new Mark.Row());
        }
    }
}
