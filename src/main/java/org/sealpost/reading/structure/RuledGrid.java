package org.sealpost.reading.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Row;
import org.sealpost.reading.document.Element.Table;
import org.sealpost.reading.document.Place;

/** One ruled table on a page: the heights of its level rules, and the upright rules between them. */
final class RuledGrid {
    private static final double NEAR = 3;

    private final List<PageRules.Rule> uprights;
    private final List<Double> heights;

    private RuledGrid(List<PageRules.Rule> uprights, List<Double> heights) {
        this.uprights = uprights;
        this.heights = heights;
    }

    /** Rules that touch make one table; it needs two rows or two columns. From the top of the page. */
    static List<RuledGrid> of(List<PageRules.Rule> rules) {
        List<RuledGrid> grids = new ArrayList<>();
        for (List<PageRules.Rule> group : touching(rules)) {
            List<PageRules.Rule> uprights =
                    group.stream().filter(r -> !r.level()).toList();
            List<Double> heights = distinct(group.stream()
                    .filter(PageRules.Rule::level)
                    .map(PageRules.Rule::at)
                    .toList());
            if (heights.size() >= 2
                    && distinct(uprights.stream().map(PageRules.Rule::at).toList())
                                    .size()
                            >= 2) {
                grids.add(new RuledGrid(uprights, heights));
            }
        }
        grids.removeIf(g -> g.heights.size() == 2
                && g.columns(g.heights.get(0), g.heights.get(1)).size() < 3);
        grids.sort((a, b) -> Double.compare(a.top(), b.top()));
        return grids;
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
    List<Place.Box> cells() {
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
            List<Double> columns = columns(rowTop, rowBottom);
            List<Cell> cells = new ArrayList<>();
            for (int j = 0; j + 1 < columns.size(); j++) {
                Place.Box box =
                        new Place.Box(columns.get(j), rowTop, columns.get(j + 1) - columns.get(j), rowBottom - rowTop);
                double from = columns.get(j);
                double to = columns.get(j + 1);
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
