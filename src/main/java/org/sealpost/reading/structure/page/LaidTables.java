package org.sealpost.reading.structure.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sealpost.reading.structure.page.LaidLine.Piece;
import org.sealpost.reading.structure.page.PageText.TextLine;
import org.sealpost.reading.structure.page.PageText.Word;

/**
 * Finds the tables of a page that are laid out without rules, or with level ones only: lines in which several things
 * stand apart, beginning where those above and below begin. Running text makes none.
 */
final class LaidTables {
    private static final double LARGER = 1.12;
    /** Lines farther apart than so many times the letters' size are not of one table. */
    private static final double FARTHEST = 5;

    private static final double HEADING_GAP = 1.3;

    private final List<PageRules.Rule> rules;
    private final double usualSize;
    private final Deque<LaidColumns> above = new ArrayDeque<>();

    private LaidTables(List<PageRules.Rule> rules, double usualSize) {
        this.rules = rules;
        this.usualSize = usualSize;
    }

    /** From the top of the page. */
    static List<LaidTable> of(List<Word> words, List<PageRules.Rule> rules) {
        List<Double> sizes = words.stream().map(Word::size).sorted().toList();
        if (sizes.isEmpty()) {
            return List.of();
        }
        LaidTables tables = new LaidTables(rules, sizes.get(sizes.size() / 2));
        List<LaidTable> found = new ArrayList<>();
        for (List<LaidLine> block : tables.blocks(words)) {
            tables.find(block, found);
        }
        return found;
    }

    /** The lines between headings. */
    private List<List<LaidLine>> blocks(List<Word> words) {
        List<List<LaidLine>> blocks = new ArrayList<>();
        List<LaidLine> block = new ArrayList<>();
        for (TextLine line : PageText.lines(words, Double.MAX_VALUE)) {
            LaidLine laid = LaidLine.of(line.words());
            if (laid.pieces().size() == 1 && laid.size() > LARGER * usualSize) {
                blocks.add(block);
                block = new ArrayList<>();
            } else {
                block.add(laid);
            }
        }
        blocks.add(block);
        return blocks.stream()
                .map(b -> b.stream().map(l -> l.joined(b)).toList())
                .toList();
    }

    private void find(List<LaidLine> block, List<LaidTable> into) {
        int i = 0;
        while (i < block.size()) {
            LaidTable table = block.get(i).pieces().size() > 1 ? from(block, i) : null;
            if (table != null && table.isOne()) {
                into.add(table);
                above.push(table.columns());
            }
            i += table != null && (table.isOne() || table.isText())
                    ? table.lines().size()
                    : 1;
        }
    }

    private LaidTable from(List<LaidLine> block, int first) {
        LaidColumns columns = LaidColumns.of(block.get(first), List.copyOf(above));
        int end = first + 1;
        while (end < block.size() && belongs(block, first, end, columns)) {
            end++;
        }
        List<List<LaidLine>> rows = new ArrayList<>(new LaidRows(columns, block.subList(first, end), rules).rows());
        boolean textFollows = end < block.size()
                && block.get(end).pieces().size() == 1
                && !block.get(end).bold();
        while (textFollows && rows.size() > 1 && isLabelOnly(rows.get(rows.size() - 1), columns)) {
            rows.remove(rows.size() - 1);
        }
        return new LaidTable(columns, rows);
    }

    private static boolean isLabelOnly(List<LaidLine> row, LaidColumns columns) {
        return row.stream().flatMap(l -> l.pieces().stream()).allMatch(p -> columns.column(p.left()) == 0);
    }

    private boolean belongs(List<LaidLine> block, int first, int at, LaidColumns columns) {
        LaidLine line = block.get(at);
        double gap = line.bottom() - block.get(at - 1).bottom();
        if (gap > FARTHEST * line.size()) {
            return false;
        }
        if (line.pieces().size() > 1) {
            return columns.take(line);
        }
        Piece piece = line.pieces().get(0);
        int column = columns.column(piece.left());
        if (Math.abs(piece.left() - columns.start(column)) > LaidColumns.NEAR) {
            return false;
        }
        return column > 0 || piece.right() < columns.end(0) && !isHeading(block, first, at, columns);
    }

    /** Bold among labels that are not, or farther from the line above than the lines before from one another. */
    private static boolean isHeading(List<LaidLine> block, int first, int at, LaidColumns columns) {
        LaidLine line = block.get(at);
        if (!line.bold()) {
            return false;
        }
        double widest = 0;
        boolean bold = true;
        for (int i = first; i < at; i++) {
            widest = i == first
                    ? widest
                    : Math.max(widest, block.get(i).bottom() - block.get(i - 1).bottom());
            bold &= block.get(i).pieces().stream()
                    .filter(p -> columns.column(p.left()) == 0)
                    .allMatch(Piece::bold);
        }
        double gap = line.bottom() - block.get(at - 1).bottom();
        return !bold || widest > 0 && gap > HEADING_GAP * widest;
    }
}
