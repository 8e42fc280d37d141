package org.sealpost.reading.structure.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Heading;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Element.Row;
import org.sealpost.reading.document.Element.Table;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.NotReadException;

/**
 * A table while its rows are laid; the same for every format. A cell stands once, in the first of the rows that it spans;
 * below it the rows have an empty cell, so that their columns stay in line. A table in a cell becomes lines of that cell
 * where it only holds boxes to tick or has one column; otherwise the outer table is but a frame around it: the row's cells are then
 * told one after the other, between the rows above and those below.
 */
public final class TableRows {
    private static final int WIDEST = 63;

    /** Edges so near are one, in twentieths of a point. */
    private static final int NEAR = 60;

    private final Allowance allowance;
    private final List<Element> done = new ArrayList<>();
    private final List<List<Laid>> rows = new ArrayList<>();
    private final List<Laid> row = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private int column;

    public TableRows(Allowance allowance) {
        this.allowance = allowance;
    }

    /** @param right its right edge, 0 where only the number of its columns is known */
    private record Laid(List<Element> content, int columns, int right, boolean header) {}

    /** Columns that a cell of a row above still takes. */
    private static final class Held {
        private final int from;
        private final int columns;
        private int rows;

        Held(int from, int columns, int rows) {
            this.from = from;
            this.columns = columns;
            this.rows = rows;
        }
    }

    /** @param columns how many it covers, @param below how many rows further down it reaches */
    public void cell(List<Element> content, int columns, int below, boolean header) throws NotReadException {
        skipHeld();
        int wide = Math.max(1, Math.min(WIDEST, columns));
        if (below > 0) {
            held.add(new Held(column, wide, below + 1));
        }
        lay(new Laid(unframed(content), wide, 0, header));
    }

    /**
     * A cell of a format that knows edges instead of columns: how many columns it covers is told by the edges of the
     * rows around it.
     *
     * @param right in twentieths of a point
     */
    public void cellTo(List<Element> content, int right, boolean header) throws NotReadException {
        lay(new Laid(unframed(content), 1, Math.max(1, right), header));
    }

    /** A cell that goes on from the row above, or columns that the row leaves out. */
    public void empty(int columns) throws NotReadException {
        cell(List.of(), columns, 0, false);
    }

    private void lay(Laid cell) throws NotReadException {
        allowance.piece();
        row.add(cell);
        column += cell.columns();
    }

    private void skipHeld() throws NotReadException {
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).from == column) {
                lay(new Laid(List.of(), held.get(i).columns, 0, false));
                i = -1;
            }
        }
    }

    public void endRow() throws NotReadException {
        if (row.isEmpty() && held.isEmpty()) {
            return;
        }
        skipHeld();
        boolean frame = row.stream().flatMap(c -> c.content().stream()).anyMatch(Table.class::isInstance);
        if (frame) {
            endRows();
            row.forEach(c -> done.addAll(c.content()));
        } else if (!row.isEmpty()) {
            rows.add(List.copyOf(row));
        }
        row.clear();
        column = 0;
        for (Iterator<Held> all = held.iterator(); all.hasNext(); ) {
            if (--all.next().rows <= 0) {
                all.remove();
            }
        }
    }

    private void endRows() {
        if (isFrame()) {
            done.addAll(rows.get(0).get(0).content());
            rows.clear();
            return;
        }
        List<Integer> edges = edges();
        List<Row> told = rows.stream().map(r -> row(r, edges)).toList();
        if (told.stream().flatMap(r -> r.cells().stream()).anyMatch(TableRows::isFilled)) {
            done.add(new Table(told, Place.NOWHERE));
        }
        rows.clear();
    }

    /** A border round a whole form: one cell, in which are headings or fields among other things. */
    private boolean isFrame() {
        if (rows.size() != 1 || rows.get(0).size() != 1) {
            return false;
        }
        List<Element> content = rows.get(0).get(0).content();
        return content.size() > 2 && content.stream().anyMatch(e -> e instanceof Heading || e instanceof Field);
    }

    /** The right edges of all cells, those that only seem to differ taken as one. */
    private List<Integer> edges() {
        List<Integer> edges = new ArrayList<>();
        rows.stream()
                .flatMap(List::stream)
                .mapToInt(Laid::right)
                .filter(r -> r > 0)
                .sorted()
                .forEach(right -> {
                    if (edges.isEmpty() || right - edges.get(edges.size() - 1) > NEAR) {
                        edges.add(right);
                    }
                });
        return edges;
    }

    private static Row row(List<Laid> laid, List<Integer> edges) {
        List<Cell> cells = new ArrayList<>();
        int left = 0;
        for (Laid cell : laid) {
            int columns = cell.columns();
            if (cell.right() > 0) {
                int right = column(edges, cell.right());
                columns = Math.max(1, Math.min(WIDEST, right - left));
                left = right;
            }
            cells.add(cell(cell, columns));
        }
        return new Row(cells);
    }

    /** How many columns lie left of that edge. */
    private static int column(List<Integer> edges, int right) {
        int at = Collections.binarySearch(edges, right);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** The table, or what stands in it where it is a frame; nothing where all of its cells are empty. */
    public List<Element> elements() throws NotReadException {
        if (!row.isEmpty()) {
            endRow();
        }
        endRows();
        return done;
    }

    private static boolean isFilled(Cell cell) {
        return !cell.text().isBlank() || !cell.fields().isEmpty();
    }

    private static Cell cell(Laid laid, int columns) {
        List<Field> fields = new ArrayList<>();
        List<Element> texts = new ArrayList<>();
        boolean bold = true;
        for (Element element : laid.content()) {
            if (element instanceof Field field) {
                fields.add(field);
            } else {
                texts.add(element);
                bold &= element instanceof Heading || Story.isBlank(element);
            }
        }
        String text = Story.text(texts);
        boolean emphasised = laid.header() || bold && !text.isEmpty();
        return new Cell(text, fields, columns, emphasised, Place.NOWHERE);
    }

    /** A cell's content with its small tables as lines. */
    private static List<Element> unframed(List<Element> content) {
        List<Element> flat = new ArrayList<>();
        for (Element element : content) {
            if (element instanceof Table table && isSmall(table)) {
                table.rows().forEach(r -> flat.addAll(line(r)));
            } else {
                flat.add(element);
            }
        }
        return flat;
    }

    private static boolean isSmall(Table table) {
        return table.rows().stream()
                .allMatch(r -> r.cells().stream().filter(TableRows::isFilled).count() <= 1
                        || r.cells().stream().anyMatch(TableRows::isTick));
    }

    private static boolean isTick(Cell cell) {
        return TickSymbols.isBox(cell.text())
                || cell.text().isEmpty()
                        && cell.fields().stream().anyMatch(f -> f.kind() == Kind.TICK)
                        && cell.fields().size() == 1;
    }

    private static List<Element> line(Row row) {
        Paragraph line = new Paragraph();
        for (Cell cell : row.cells()) {
            if (isFilled(cell)) {
                line.text(line.isEmpty() ? "" : " ", cell.emphasised());
                line.text(cell.text(), cell.emphasised());
                cell.fields().forEach(line::field);
            }
        }
        return line.elements(false);
    }
}
