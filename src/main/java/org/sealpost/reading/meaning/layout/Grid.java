package org.sealpost.reading.meaning.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sealpost.reading.document.Element.Cell;

/** A header row, or two, and below it an entity a row. Rows are never merged: where a name is blank, the row still is somebody's. */
final class Grid {
    private static final Pattern NUMBER = Pattern.compile("(?i)(?:no\\.?\\s*)?\\d{1,2}[.)]?");

    private final GridHeader header;
    private final List<List<Cell>> body;
    private final int end;

    private Grid(GridHeader header, List<List<Cell>> body, int end) {
        this.header = header;
        this.body = body;
        this.end = end;
    }

    /** The grid that begins in that row, if one does. */
    static Optional<Grid> at(List<List<Cell>> rows, int from, CellLabels labels) {
        return GridHeader.at(rows, from, labels).map(h -> below(h, rows, labels));
    }

    /** The rows of another table that goes on where that grid broke off, at the end of a page. */
    Optional<Grid> continued(List<List<Cell>> rows, CellLabels labels) {
        Grid more = rows.isEmpty() ? this : below(header.endingAt(0), rows, labels);
        boolean same = more != this
                && more.end > 0
                && CellLabels.columns(rows.get(0)).size() == header.columns().size();
        boolean labelled = same && more.body.stream().anyMatch(r -> labels.isSure(r.get(0)));
        return same && !labelled ? Optional.of(more) : Optional.empty();
    }

    private static Grid below(GridHeader header, List<List<Cell>> rows, CellLabels labels) {
        List<List<Cell>> body = new ArrayList<>();
        int end = header.end();
        while (end < rows.size() && !labels.parts(rows.get(end))) {
            List<Cell> row = rows.get(end);
            boolean again = header.isRepeatedBy(row);
            if (!again
                    && (header.isLeftBy(row, labels)
                            || GridHeader.at(rows, end, labels).isPresent())) {
                break;
            }
            if (!again) {
                body.add(row);
            }
            end++;
        }
        return new Grid(header, body, end);
    }

    /** The first row that is none of it. */
    int end() {
        return end;
    }

    /** True where it is the last thing in the table. */
    boolean endsWith(List<List<Cell>> rows) {
        return end == rows.size();
    }

    /** @param more true where the rows above were somebody else's already */
    void read(Cells cells, Marks marks, boolean more) {
        long filled = body.stream().filter(r -> !CellLabels.isBlank(r)).count();
        boolean several = more || filled > 1 || body.size() > 2;
        header.sections().stream()
                .filter(c -> values(c).stream()
                        .allMatch(t -> t.isEmpty() || NUMBER.matcher(t).matches()))
                .forEach(c -> marks.add(new Mark.Section(c.section(), c.label())));
        for (List<Cell> row : body) {
            if (several) {
                marks.add(new Mark.Row());
            }
            row(CellLabels.columns(row), cells);
        }
        if (several) {
            marks.add(new Mark.Row());
        }
    }

    private List<String> values(GridHeader.Column column) {
        return body.stream()
                .map(CellLabels::columns)
                .filter(r -> column.index() < r.size())
                .map(r -> r.get(column.index()).fields().isEmpty()
                        ? r.get(column.index()).text().strip()
                        : "field")
                .toList();
    }

    private void row(List<Cell> values, Cells cells) {
        for (GridHeader.Column column : header.columns()) {
            int at = column.index();
            boolean again = at > 0 && at < values.size() && values.get(at) == values.get(at - 1);
            if (at < values.size() && !again && !isNumberOf(column, values.get(at))) {
                cells.inColumn(column.meaning(), column.label(), values.get(at));
            }
        }
    }

    /** "2" below "Suspect" is nobody's name. */
    private static boolean isNumberOf(GridHeader.Column column, Cell value) {
        return column.section().isSection()
                && value.fields().isEmpty()
                && NUMBER.matcher(value.text().strip()).matches();
    }
}
