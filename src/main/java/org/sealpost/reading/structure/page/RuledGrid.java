package org.sealpost.reading.structure.page;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Row;
import org.sealpost.reading.document.Element.Table;
import org.sealpost.reading.document.Place;

/** One ruled table on a page: the heights of its level rules, and the upright rules between them. */
public final class RuledGrid {
    private static final double NEAR = 3;

    /** A table that is open at its sides has level rules that reach so far beyond its outermost upright ones. */
    private static final double BEYOND = 12;
    /** Between two heads; between two words of a title is less. */
    private static final double HEAD_GAP = 5;

    private final List<PageRules.Rule> levels;
    private final List<PageRules.Rule> uprights;
    private final List<Double> heights;

    private RuledGrid(List<PageRules.Rule> levels, List<PageRules.Rule> uprights, List<Double> heights) {
        this.levels = levels;
        this.uprights = uprights;
        this.heights = heights;
    }

    /** Rules that touch make one table; it needs two rows or two columns. From the top of the page. */
    public static List<RuledGrid> of(List<PageRules.Rule> rules) {
        List<RuledGrid> grids = new ArrayList<>();
        for (List<PageRules.Rule> group : touching(rules)) {
            List<PageRules.Rule> levels =
                    group.stream().filter(PageRules.Rule::level).toList();
            List<Double> heights =
                    distinct(levels.stream().map(PageRules.Rule::at).toList());
            List<PageRules.Rule> uprights =
                    new ArrayList<>(group.stream().filter(r -> !r.level()).toList());
            uprights.addAll(openSides(levels, uprights));
            if (heights.size() >= 2
                    && distinct(uprights.stream().map(PageRules.Rule::at).toList())
                                    .size()
                            >= 2) {
                grids.add(new RuledGrid(levels, uprights, heights));
            }
        }
        grids.removeIf(g -> g.heights.size() == 2
                && g.columns(g.heights.get(0), g.heights.get(1)).size() < 3);
        grids.sort((a, b) -> Double.compare(a.top(), b.top()));
        return grids;
    }

    /** The upright rules that a table without an outer border leaves out. */
    private static List<PageRules.Rule> openSides(List<PageRules.Rule> levels, List<PageRules.Rule> uprights) {
        List<PageRules.Rule> sides = new ArrayList<>();
        if (levels.size() < 2 || uprights.isEmpty()) {
            return sides;
        }
        double from = levels.stream().mapToDouble(PageRules.Rule::from).min().orElse(0);
        double to = levels.stream().mapToDouble(PageRules.Rule::to).max().orElse(0);
        double top = levels.stream().mapToDouble(PageRules.Rule::at).min().orElse(0);
        double bottom = levels.stream().mapToDouble(PageRules.Rule::at).max().orElse(0);
        double left = uprights.stream().mapToDouble(PageRules.Rule::at).min().orElse(0);
        double right = uprights.stream().mapToDouble(PageRules.Rule::at).max().orElse(0);
        boolean openLeft = levels.stream().filter(r -> r.from() - from < NEAR).count() > 1;
        boolean openRight = levels.stream().filter(r -> to - r.to() < NEAR).count() > 1;
        if (openLeft && left - from > BEYOND) {
            sides.add(new PageRules.Rule(false, from, top, bottom));
        }
        if (openRight && to - right > BEYOND) {
            sides.add(new PageRules.Rule(false, to, top, bottom));
        }
        return sides;
    }

    /** Whether another table lies in one of its cells. */
    boolean frames(RuledGrid other) {
        return other != this
                && other.left() > left() - NEAR
                && other.right() < right() + NEAR
                && other.top() > top() - NEAR
                && other.bottom() < bottom() + NEAR;
    }

    /** Itself, or its rows in parts: each row in which one of the tables in it lies is the last of its part. */
    List<RuledGrid> around(List<RuledGrid> all) {
        List<RuledGrid> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < heights.size(); i++) {
            double rowTop = heights.get(i - 1);
            double rowBottom = heights.get(i);
            boolean framing = all.stream()
                    .filter(this::frames)
                    .mapToDouble(g -> (g.top() + g.bottom()) / 2)
                    .anyMatch(y -> y > rowTop && y < rowBottom);
            if (framing || i == heights.size() - 1) {
                parts.add(new RuledGrid(levels, uprights, heights.subList(from, i + 1)));
                from = i;
            }
        }
        return parts;
    }

    private static List<List<PageRules.Rule>> touching(List<PageRules.Rule> rules) {
        List<List<PageRules.Rule>> groups = new ArrayList<>();
        for (PageRules.Rule rule : rules) {
            List<PageRules.Rule> joined = new ArrayList<>(List.of(rule));
            groups.removeIf(group -> {
                boolean touches = group.stream().anyMatch(other -> touch(rule, other));
                if (touches) {
                    joined.addAll(group);
                }
                return touches;
            });
            groups.add(joined);
        }
        return groups;
    }

    private static boolean touch(PageRules.Rule a, PageRules.Rule b) {
        if (a.level() == b.level()) {
            return Math.abs(a.at() - b.at()) < NEAR && a.from() < b.to() + NEAR && b.from() < a.to() + NEAR;
        }
        return a.at() > b.from() - NEAR && a.at() < b.to() + NEAR && b.at() > a.from() - NEAR && b.at() < a.to() + NEAR;
    }

    private static List<Double> distinct(List<Double> values) {
        List<Double> distinct = new ArrayList<>();
        for (double value : new TreeSet<>(values)) {
            if (distinct.isEmpty() || value - distinct.get(distinct.size() - 1) > NEAR) {
                distinct.add(value);
            }
        }
        return distinct;
    }

    double top() {
        return heights.get(0);
    }

    double bottom() {
        return heights.get(heights.size() - 1);
    }

    private double left() {
        return uprights.stream().mapToDouble(PageRules.Rule::at).min().orElse(0);
    }

    private double right() {
        return uprights.stream().mapToDouble(PageRules.Rule::at).max().orElse(0);
    }

    boolean holds(double x, double y) {
        return x > left() && x < right() && y > top() && y < bottom();
    }

    /** The upright rules that part a row. */
    private List<Double> columns(double rowTop, double rowBottom) {
        double middle = (rowTop + rowBottom) / 2;
        return distinct(uprights.stream()
                .filter(u -> u.from() < middle && u.to() > middle)
                .map(PageRules.Rule::at)
                .toList());
    }

    /** Where its cells lie, row by row. */
    public List<Place.Box> cells() {
        List<Place.Box> cells = new ArrayList<>();
        for (int i = 0; i + 1 < heights.size(); i++) {
            List<Double> columns = columns(heights.get(i), heights.get(i + 1));
            for (int j = 0; j + 1 < columns.size(); j++) {
                cells.add(new Place.Box(
                        columns.get(j),
                        heights.get(i),
                        columns.get(j + 1) - columns.get(j),
                        heights.get(i + 1) - heights.get(i)));
            }
        }
        return cells;
    }

    /** The table, with the words and the fields that lie in its cells. */
    Table table(List<PageText.Word> words, List<Field> fields, int page) {
        List<Double> all = distinct(uprights.stream().map(PageRules.Rule::at).toList());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i + 1 < heights.size(); i++) {
            double rowTop = heights.get(i);
            double rowBottom = heights.get(i + 1);
            List<Double> columns = headed(i, words);
            List<Cell> cells = new ArrayList<>();
            for (int j = 0; j + 1 < columns.size(); j++) {
                double from = columns.get(j);
                double to = columns.get(j + 1);
                double cellBottom = heights.get(lastRow(i, from, to));
                double cellTop = i > 0 && !isClosed(rowTop, from, to) ? cellBottom : rowTop;
                Place.Box box = new Place.Box(from, cellTop, to - from, cellBottom - cellTop);
                int inside = (int) all.stream()
                        .filter(x -> x > from + NEAR && x < to - NEAR)
                        .count();
                cells.add(cell(box, inside + 1, words, fields, page));
            }
            if (!cells.isEmpty()) {
                rows.add(new Row(cells));
            }
        }
        return new Table(rows, new Place(page, new Place.Box(left(), top(), right() - left(), bottom() - top())));
    }

    /** The columns of a row; those of the row below where no rule parts it and its words stand over them as heads do. */
    private List<Double> headed(int row, List<PageText.Word> words) {
        double top = heights.get(row);
        double bottom = heights.get(row + 1);
        List<Double> own = columns(top, bottom);
        if (own.size() != 2 || row + 2 >= heights.size()) {
            return own;
        }
        List<Double> below = columns(bottom, heights.get(row + 2));
        List<PageText.Word> inside = words.stream()
                .filter(w -> w.middleY() > top && w.middleY() < bottom && holds(w.middleX(), w.middleY()))
                .toList();
        return below.size() > 2 && areHeads(inside, below) ? below : own;
    }

    /** At least all columns but one have a head, none reaches into the next, and each begins where its column does. */
    private static boolean areHeads(List<PageText.Word> words, List<Double> columns) {
        int filled = 0;
        double before = -HEAD_GAP;
        for (int i = 0; i + 1 < columns.size(); i++) {
            double from = columns.get(i);
            double to = columns.get(i + 1);
            List<PageText.Word> own = words.stream()
                    .filter(w -> w.middleX() > from && w.middleX() <= to)
                    .toList();
            double left = own.stream().mapToDouble(PageText.Word::x).min().orElse(from);
            double right = own.stream().mapToDouble(PageText.Word::right).max().orElse(before);
            if (left < from - NEAR || right > to + NEAR || !own.isEmpty() && left - before < HEAD_GAP) {
                return false;
            }
            filled += own.isEmpty() ? 0 : 1;
            before = right;
        }
        return filled >= 2 && filled >= columns.size() - 2;
    }

    /** The height at which a cell that begins in that row ends: below the rows that it spans. */
    private int lastRow(int row, double from, double to) {
        int bottom = row + 1;
        while (bottom + 1 < heights.size() && !isClosed(heights.get(bottom), from, to)) {
            bottom++;
        }
        return bottom;
    }

    /** Whether a level rule runs there along most of the way. */
    private boolean isClosed(double y, double from, double to) {
        double along = levels.stream()
                .filter(r -> Math.abs(r.at() - y) <= NEAR)
                .mapToDouble(r -> Math.max(0, Math.min(to, r.to()) - Math.max(from, r.from())))
                .sum();
        return along > (to - from) / 2;
    }

    private static Cell cell(Place.Box box, int span, List<PageText.Word> words, List<Field> fields, int page) {
        List<PageText.Word> inside = words.stream()
                .filter(w -> within(box, w.middleX(), w.middleY()))
                .toList();
        List<Field> own = fields.stream()
                .filter(f -> {
                    Place.Box b = f.place().box();
                    return b != null && within(box, b.x() + b.width() / 2, b.y() + b.height() / 2);
                })
                .toList();
        List<String> lines = PageText.lines(inside, Double.MAX_VALUE).stream()
                .map(PageText.TextLine::text)
                .toList();
        boolean bold = !inside.isEmpty() && inside.stream().allMatch(PageText.Word::bold);
        return new Cell(String.join("\n", lines), own, span, bold, new Place(page, box, PageText.certainty(inside)));
    }

    private static boolean within(Place.Box box, double x, double y) {
        return x >= box.x() && x < box.x() + box.width() && y >= box.y() && y < box.y() + box.height();
    }
}
