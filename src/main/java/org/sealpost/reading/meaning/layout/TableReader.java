package org.sealpost.reading.meaning.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Row;
import org.sealpost.reading.document.Element.Table;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.meaning.label.LabelMatcher;
import org.sealpost.reading.meaning.label.Meaning;

/** Decides of the rows of a table what they are: a title, a grid, a matrix, or pairs. For one document and thread. */
final class TableReader {
    private final LabelMatcher matcher;
    private final CellLabels labels;
    private final Marks marks;
    private final LineReader lines;
    private final Cells cells;
    /** The grid that the last table ended with; it may go on in the next, on another page. */
    private @Nullable Grid brokenOff;

    TableReader(LabelMatcher matcher, Marks marks, LineReader lines, FieldReader fields, Method method) {
        this.matcher = matcher;
        this.labels = new CellLabels(matcher);
        this.marks = marks;
        this.lines = lines;
        this.cells = new Cells(marks, lines, fields, method);
    }

    /** Something else stands between: no grid goes on behind it. */
    void interrupt() {
        brokenOff = null;
    }

    void read(Table table) {
        List<List<Cell>> rows =
                new ArrayList<>(table.rows().stream().map(Row::cells).toList());
        rows.removeIf(List::isEmpty);
        int i = goOn(rows);
        Pairs pairs = new Pairs(rows, labels, matcher, marks, cells);
        while (i < rows.size()) {
            List<Cell> row = rows.get(i);
            Optional<Matrix> matrix = Matrix.at(rows, i, labels);
            Optional<Grid> grid = matrix.isPresent() || isAlone(row) ? Optional.empty() : Grid.at(rows, i, labels);
            brokenOff = null;
            if (CellLabels.isBlank(row)) {
                i++;
            } else if (matrix.isPresent()) {
                lines.close();
                matrix.get().read(cells, marks, labels);
                i = matrix.get().end();
            } else if (grid.isPresent()) {
                lines.close();
                grid.get().read(cells, marks, false);
                i = grid.get().end();
                brokenOff = grid.get();
            } else if (isAlone(row)) {
                cells.alone(CellLabels.filled(row).get(0));
                i++;
            } else {
                lines.close();
                pairs.read(row);
                i++;
            }
        }
        lines.close();
    }

    private int goOn(List<List<Cell>> rows) {
        Grid before = brokenOff;
        Optional<Grid> more = before == null ? Optional.empty() : before.continued(rows, labels);
        more.ifPresent(g -> g.read(cells, marks, true));
        return more.map(Grid::end).orElse(0);
    }

    /** A cell that has the row for itself: a title, or what is written across the table. */
    private boolean isAlone(List<Cell> row) {
        List<Cell> filled = CellLabels.filled(row);
        if (filled.size() != 1) {
            return false;
        }
        Cell cell = filled.get(0);
        Meaning heading = labels.heading(cell);
        boolean first = cell == row.get(0) && (heading.isLong() || heading.isNone());
        boolean title = cell.fields().isEmpty() && (first || heading.isSection());
        return row.size() == 1 || cell.span() > 1 && cell.span() >= row.size() || title;
    }
}
