package org.sealpost.reading.structure.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Row;
import org.sealpost.reading.document.Element.Table;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.structure.page.LaidLine.Piece;
import org.sealpost.reading.structure.page.PageText.Word;

/** One table that is laid out without rules: its columns, and its lines in rows. */
final class LaidTable {
    private static final int PROSE_LINES = 4;
    private static final int PROSE_WORDS = 4;

    private final LaidColumns columns;
    private final List<List<LaidLine>> rows;

    LaidTable(LaidColumns columns, List<List<LaidLine>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    LaidColumns columns() {
        return columns;
    }

    List<LaidLine> lines() {
        return rows.stream().flatMap(List::stream).toList();
    }

    double top() {
        return lines().stream().mapToDouble(LaidLine::top).min().orElse(0);
    }

    /** It has several rows of several columns or, with one, text that is set into a column of its own; and is no prose. */
    boolean isOne() {
        long wide = rows.stream().filter(r -> filled(r) > 1).count();
        boolean set = wide == 1 && rows.stream().anyMatch(r -> filled(r) > 1 && r.size() > 1);
        return (wide > 1 || set) && !isText();
    }

    /** It only looks like a table. */
    boolean isText() {
        return isList() || isProse();
    }

    private long filled(List<LaidLine> row) {
        return row.stream()
                .flatMap(l -> l.pieces().stream())
                .map(p -> columns.column(p.left()))
                .distinct()
                .count();
    }

    /** Points of a list, each behind its number or its dot. */
    private boolean isList() {
        return columns.count() == 2
                && rows.stream()
                        .flatMap(List::stream)
                        .flatMap(l -> l.pieces().stream())
                        .filter(p -> columns.column(p.left()) == 0)
                        .allMatch(p ->
                                text(p).matches("[(]?([0-9]{1,3}|[A-Za-z]|[ivx]{1,5})?[.)]?|[^\\p{L}\\p{N}]{1,2}"));
    }

    /** Running text in columns beside one another, as in a newspaper. */
    private boolean isProse() {
        long full = lines().stream()
                .filter(l -> l.pieces().size() > 1
                        && l.pieces().stream().allMatch(p -> p.words().size() >= PROSE_WORDS))
                .count();
        return full >= PROSE_LINES && full * 2 > lines().size();
    }

    Table table(int page) {
        List<Row> told = new ArrayList<>();
        for (List<LaidLine> row : rows) {
            told.add(row(row, page));
        }
        return new Table(
                told, place(lines().stream().flatMap(l -> l.pieces().stream()).toList(), page));
    }

    private Row row(List<LaidLine> row, int page) {
        List<Piece> all = row.stream().flatMap(l -> l.pieces().stream()).toList();
        List<Cell> cells = new ArrayList<>();
        int column = 0;
        while (column < columns.count()) {
            int span = 1;
            List<Piece> own = between(all, column, column + span);
            while (column + span < columns.count() && reaches(own, column + span)) {
                span++;
                own = between(all, column, column + span);
            }
            boolean bold = !own.isEmpty() && own.stream().allMatch(Piece::bold);
            String text = own.stream().map(LaidTable::text).collect(Collectors.joining("\n"));
            cells.add(new Cell(text, List.of(), span, bold, own.isEmpty() ? place(all, page) : place(own, page)));
            column += span;
        }
        return new Row(cells);
    }

    private List<Piece> between(List<Piece> pieces, int from, int to) {
        return pieces.stream()
                .filter(p -> columns.column(p.left()) >= from && columns.column(p.left()) < to)
                .toList();
    }

    private boolean reaches(List<Piece> own, int column) {
        return own.stream().anyMatch(p -> p.right() > columns.start(column) + LaidColumns.NEAR);
    }

    private static String text(Piece piece) {
        return new PageText.TextLine(piece.words()).text();
    }

    private static Place place(List<Piece> pieces, int page) {
        List<Word> words = pieces.stream().flatMap(p -> p.words().stream()).toList();
        double left = words.stream().mapToDouble(Word::x).min().orElse(0);
        double right = words.stream().mapToDouble(Word::right).max().orElse(0);
        double top = words.stream().mapToDouble(Word::y).min().orElse(0);
        double bottom =
                words.stream().mapToDouble(w -> w.y() + w.height()).max().orElse(0);
        return new Place(page, new Place.Box(left, top, right - left, bottom - top), PageText.certainty(words));
    }
}
