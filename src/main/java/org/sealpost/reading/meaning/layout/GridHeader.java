package org.sealpost.reading.meaning.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.meaning.label.Meaning;

/**
 * The header of a grid, of one row or of two.
 *
 * @param columns what stands below, a header that spans several columns told for each of them
 * @param texts the text of the row, by which it is known again on the next page
 * @param end the first row below it
 */
record GridHeader(List<Column> columns, List<String> texts, int end) {
    /** @param section what the header means as a heading: "Suspect" above numbers */
    record Column(int index, String label, Meaning meaning, Meaning section) {}

    static Optional<GridHeader> at(List<List<Cell>> rows, int from, CellLabels labels) {
        Optional<GridHeader> two = ofTwo(rows, from, labels);
        return two.isPresent() ? two : ofOne(rows, from, labels);
    }

    GridHeader endingAt(int row) {
        return new GridHeader(columns, texts, row);
    }

    /** The columns that name a role and might be filled with mere numbers. */
    List<Column> sections() {
        return columns.stream().filter(c -> c.section().isSection()).toList();
    }

    boolean isRepeatedBy(List<Cell> row) {
        return texts.equals(texts(row));
    }

    /** True for a row of pairs below the grid. */
    boolean isLeftBy(List<Cell> row, CellLabels labels) {
        List<Cell> filled = CellLabels.filled(row);
        long known = filled.stream().filter(labels::isSure).count();
        boolean other =
                !filled.isEmpty() && (row.size() != texts.size() || row.size() == 2) && labels.isSure(row.get(0));
        return other || known >= 2 && (isPairs(row, labels) || known * 2 > filled.size());
    }

    private static Optional<GridHeader> ofOne(List<List<Cell>> rows, int from, CellLabels labels) {
        List<Cell> row = rows.get(from);
        if (!looksLikeOne(row, labels) || !hasBody(rows, from, labels)) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        List<Cell> cells = CellLabels.columns(row);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (i == 0 || cell != cells.get(i - 1)) {
                columns.add(new Column(i, cell.text().strip(), labels.meaning(cell), labels.heading(cell)));
            }
        }
        return Optional.of(new GridHeader(columns, texts(row), from + 1));
    }

    private static boolean looksLikeOne(List<Cell> row, CellLabels labels) {
        if (row.size() < 2 || row.stream().anyMatch(c -> !c.fields().isEmpty())) {
            return false;
        }
        long known = row.stream().filter(labels::isLabel).count();
        long blank = row.stream().filter(c -> !CellLabels.isFilled(c)).count();
        long strange = row.size() - known - blank;
        return known >= 2 && blank <= 1 && strange <= (row.size() >= 4 ? 1 : 0) && !isPairs(row, labels);
    }

    /** A label in every other column and no other: two answers a row, some of them blank. */
    private static boolean isPairs(List<Cell> row, CellLabels labels) {
        boolean pairs = row.size() % 2 == 0;
        for (int i = 0; i < row.size() && pairs; i++) {
            pairs = labels.isLabel(row.get(i)) == (i % 2 == 0);
        }
        return pairs;
    }

    private static boolean hasBody(List<List<Cell>> rows, int header, CellLabels labels) {
        List<Cell> row = rows.get(header);
        int next = header + 1;
        while (next < rows.size() && CellLabels.isBlank(rows.get(next))) {
            next++;
        }
        boolean blanks = next > header + 1;
        boolean below = next < rows.size();
        if (below && isBody(row, rows.get(next), labels)) {
            return true;
        }
        boolean repeated = below && texts(row).equals(texts(rows.get(next)));
        return (blanks || repeated)
                && row.stream().filter(CellLabels::isFilled).allMatch(labels::isSure)
                && isSetAlike(row);
    }

    private static boolean isSetAlike(List<Cell> row) {
        return CellLabels.filled(row).stream().map(Cell::emphasised).distinct().count() == 1;
    }

    private static boolean isBody(List<Cell> row, List<Cell> next, CellLabels labels) {
        List<Cell> filled = CellLabels.filled(next);
        boolean answers = next.size() >= 2
                && !labels.parts(next)
                && filled.stream().filter(labels::isLabel).count() * 2 <= filled.size();
        boolean pair = row.size() == 2 && labels.isSure(next.get(0));
        boolean pairs = row.size() == next.size() && isPairs(next, labels) && row.size() > 2;
        return answers && !pair && !pairs;
    }

    /** "Suspect" over "Name" and "DOB", "Vehicle" over "Reg": the lower row is completed by the upper. */
    private static Optional<GridHeader> ofTwo(List<List<Cell>> rows, int from, CellLabels labels) {
        if (from + 2 >= rows.size()) {
            return Optional.empty();
        }
        List<Cell> upper = CellLabels.columns(rows.get(from));
        List<Cell> lower = CellLabels.columns(rows.get(from + 1));
        boolean title = lower.stream().distinct().count() < 2;
        if (upper.size() != lower.size() || upper.size() < 3 || title) {
            return Optional.empty();
        }
        boolean spans = false;
        int asked = 0;
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < upper.size(); i++) {
            Cell top = upper.get(i);
            Cell sub = lower.get(i);
            boolean wide = top.span() > 1 && top.span() < upper.size();
            boolean goesOn = !CellLabels.isFilled(sub);
            boolean fits = goesOn
                    ? !wide && top.fields().isEmpty()
                    : labels.isLabel(sub) && (wide || !CellLabels.isFilled(top));
            if (!fits) {
                return Optional.empty();
            }
            spans |= wide && !goesOn;
            asked += goesOn ? 0 : 1;
            columns.add(column(i, top, sub, labels));
        }
        boolean body = isBody(rows.get(from + 1), rows.get(from + 2), labels) || CellLabels.isBlank(rows.get(from + 2));
        return spans && asked >= 2 && body
                ? Optional.of(new GridHeader(columns, texts(rows.get(from)), from + 2))
                : Optional.empty();
    }

    private static Column column(int index, Cell top, Cell sub, CellLabels labels) {
        Meaning above = labels.meaning(top);
        if (!CellLabels.isFilled(sub)) {
            return new Column(index, top.text().strip(), above, labels.heading(top));
        }
        Meaning meaning = labels.meaning(sub);
        String label = (top.text().strip() + " " + sub.text().strip()).strip();
        return new Column(
                index, label, meaning.role() == null ? meaning.withRole(above.role()) : meaning, Meaning.NONE);
    }

    private static List<String> texts(List<Cell> row) {
        return row.stream().map(c -> c.text().strip()).toList();
    }
}
