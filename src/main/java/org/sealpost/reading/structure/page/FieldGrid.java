package org.sealpost.reading.structure.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Element.Row;
import org.sealpost.reading.document.Element.Table;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.structure.page.PageText.TextLine;
import org.sealpost.reading.structure.page.PageText.Word;

/**
 * Form fields set in rows and columns without rules about them: two rows at least, one below the other, with words above the
 * columns and none among the fields. What stands left of a row is its label.
 */
final class FieldGrid {
    private static final double NEAR = 4;
    /** How far above the first row its heads stand at most, and how far apart rows are, in heights of a field. */
    private static final double HEADS = 1.6;

    private static final double APART = 2.2;
    private static final double LARGEST_WORD_GAP = 1000;

    private final List<List<Field>> rows;
    private final List<Word> heads;
    private final List<Word> labels;

    private FieldGrid(List<List<Field>> rows, List<Word> heads, List<Word> labels) {
        this.rows = rows;
        this.heads = heads;
        this.labels = labels;
    }

    /** From the top of the page. */
    static List<FieldGrid> of(List<Field> fields, List<Word> words) {
        List<List<Field>> rows = rows(fields);
        List<FieldGrid> grids = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int end = from + 1;
            while (end < rows.size() && follows(rows.get(end - 1), rows.get(end))) {
                end++;
            }
            List<List<Field>> block = rows.subList(from, end);
            if (block.size() > 1 && block.get(0).size() > 1) {
                FieldGrid grid = new FieldGrid(block, heads(block, words), labels(block, words));
                if (grid.isHeaded() && !grid.isBroken(words)) {
                    grids.add(grid);
                }
            }
            from = end;
        }
        return grids;
    }

    List<Field> fields() {
        return rows.stream().flatMap(List::stream).toList();
    }

    List<Word> words() {
        List<Word> words = new ArrayList<>(heads);
        words.addAll(labels);
        return words;
    }

    double top() {
        return heads.stream().mapToDouble(Word::y).min().orElse(0);
    }

    Table table(int page) {
        List<Row> table = new ArrayList<>();
        List<Field> first = rows.get(0);
        List<Cell> head = new ArrayList<>();
        if (!labels.isEmpty()) {
            head.add(cell(List.of(), List.of(), page));
        }
        first.forEach(f -> head.add(cell(above(f), List.of(), page)));
        table.add(new Row(head));
        for (List<Field> row : rows) {
            List<Cell> cells = new ArrayList<>();
            if (!labels.isEmpty()) {
                cells.add(cell(labels.stream().filter(w -> beside(row, w)).toList(), List.of(), page));
            }
            row.forEach(f -> cells.add(cell(List.of(), List.of(f), page)));
            table.add(new Row(cells));
        }
        return new Table(table, place(page));
    }

    private Place place(int page) {
        Place.Box top = box(rows.get(0).get(0));
        List<Field> last = rows.get(rows.size() - 1);
        Place.Box bottom = box(last.get(last.size() - 1));
        return new Place(
                page,
                new Place.Box(
                        top.x(), top(), bottom.x() + bottom.width() - top.x(), bottom.y() + bottom.height() - top()));
    }

    private static Cell cell(List<Word> words, List<Field> fields, int page) {
        List<TextLine> lines = PageText.lines(words, LARGEST_WORD_GAP);
        String text = String.join("\n", lines.stream().map(TextLine::text).toList());
        Place place = fields.isEmpty() ? Place.NOWHERE : fields.get(0).place();
        return new Cell(text, fields, 1, !words.isEmpty() && words.stream().allMatch(Word::bold), place);
    }

    private static List<List<Field>> rows(List<Field> fields) {
        List<Field> placed = fields.stream()
                .filter(f -> f.place().box() != null)
                .sorted(Comparator.comparingDouble(f -> box(f).y()))
                .toList();
        List<List<Field>> rows = new ArrayList<>();
        for (Field field : placed) {
            List<Field> row = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
            if (row.isEmpty() || box(field).y() - box(row.get(0)).y() > NEAR) {
                row = new ArrayList<>();
                rows.add(row);
            }
            row.add(field);
        }
        rows.forEach(r -> r.sort(Comparator.comparingDouble(f -> box(f).x())));
        return rows;
    }

    private static Place.Box box(Field field) {
        Place.Box box = field.place().box();
        return box == null ? new Place.Box(0, 0, 0, 0) : box;
    }

    /** Below one another, column by column, and text fields all. */
    private static boolean follows(List<Field> above, List<Field> below) {
        boolean sameColumns = above.size() == below.size();
        for (int i = 0; sameColumns && i < above.size(); i++) {
            sameColumns = Math.abs(box(above.get(i)).x() - box(below.get(i)).x()) <= NEAR
                    && above.get(i).kind() != Kind.TICK
                    && below.get(i).kind() != Kind.TICK;
        }
        Place.Box first = box(above.get(0));
        return sameColumns && box(below.get(0)).y() - first.y() <= APART * Math.max(first.height(), 10);
    }

    private static List<Word> heads(List<List<Field>> rows, List<Word> words) {
        List<Field> first = rows.get(0);
        Place.Box left = box(first.get(0));
        Place.Box right = box(first.get(first.size() - 1));
        double highest = left.y() - HEADS * Math.max(left.height(), 14);
        return words.stream()
                .filter(w -> w.middleY() < left.y() + 2 && w.y() > highest)
                .filter(w -> w.middleX() > left.x() - NEAR && w.middleX() < right.x() + right.width() + NEAR)
                .toList();
    }

    private static List<Word> labels(List<List<Field>> rows, List<Word> words) {
        return words.stream()
                .filter(w -> w.right() <= box(rows.get(0).get(0)).x() + NEAR)
                .filter(w -> rows.stream().anyMatch(r -> beside(r, w)))
                .toList();
    }

    private static boolean beside(List<Field> row, Word word) {
        Place.Box box = box(row.get(0));
        return word.right() <= box.x() + NEAR
                && word.middleY() > box.y() - 1
                && word.middleY() < box.y() + box.height() + 1;
    }

    /** The words above a column: from where it begins to where the next one does. */
    private List<Word> above(Field field) {
        List<Field> first = rows.get(0);
        int at = first.indexOf(field);
        double from = at == 0 ? 0 : box(field).x() - NEAR;
        double to = at + 1 < first.size() ? box(first.get(at + 1)).x() - NEAR : Double.MAX_VALUE;
        return heads.stream().filter(w -> w.x() >= from && w.x() < to).toList();
    }

    private boolean isHeaded() {
        long headed = rows.get(0).stream().filter(f -> !above(f).isEmpty()).count();
        return headed == rows.get(0).size();
    }

    /** Words stand among the fields: these are labels, each with its own field. */
    private boolean isBroken(List<Word> words) {
        List<Field> last = rows.get(rows.size() - 1);
        Place.Box first = box(rows.get(0).get(0));
        Place.Box end = box(last.get(last.size() - 1));
        return words.stream()
                .anyMatch(w -> w.middleX() > first.x()
                        && w.middleX() < end.x() + end.width()
                        && w.middleY() > first.y() + 2
                        && w.middleY() < end.y() + end.height() - 1);
    }
}
