package org.sealpost.reading.structure.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Heading;
import org.sealpost.reading.document.Element.Line;
import org.sealpost.reading.document.Place;

/** One page's words, rules and fields into elements in reading order, from the top. */
public final class LaidPage {
    private final int page;
    private final double columnGap;

    public LaidPage(int page, double columnGap) {
        this.page = page;
        this.columnGap = columnGap;
    }

    private record Placed(double y, double x, Element element) {}

    public List<Element> read(List<PageText.Word> words, List<PageRules.Rule> rules, List<Field> fields) {
        List<PageText.Word> loose = new ArrayList<>(words);
        List<Field> looseFields = new ArrayList<>(fields);
        List<Placed> placed = new ArrayList<>();
        for (RuledGrid grid : innermostFirst(RuledGrid.of(rules))) {
            List<PageText.Word> inside = loose.stream()
                    .filter(w -> grid.holds(w.middleX(), w.middleY()))
                    .toList();
            if (!inside.isEmpty()) {
                placed.add(new Placed(grid.top(), 0, grid.table(inside, looseFields, page)));
                loose.removeAll(inside);
                looseFields.removeIf(f -> inside(grid, f));
            }
        }
        for (FieldGrid grid : FieldGrid.of(looseFields, loose)) {
            placed.add(new Placed(grid.top(), 0, grid.table(page)));
            loose.removeAll(grid.words());
            looseFields.removeAll(grid.fields());
        }
        if (looseFields.isEmpty()) {
            for (LaidTable table : LaidTables.of(loose, rules)) {
                placed.add(new Placed(table.top(), 0, table.table(page)));
                table.lines().forEach(l -> loose.removeAll(l.words()));
            }
        }
        List<PageText.TextLine> lines = PageText.lines(loose, columnGap);
        List<PageText.TextLine> labels = new ArrayList<>();
        for (Field field : looseFields) {
            Place.Box box = field.place().box();
            if (box != null) {
                List<PageText.TextLine> mine = near(lines, box, field.kind());
                labels.addAll(mine);
                placed.add(new Placed(box.y() + box.height() / 2, box.x(), withNearby(field, text(mine))));
            }
        }
        double usual = usualSize(lines);
        for (PageText.TextLine line : lines) {
            if (!labels.contains(line)) {
                placed.add(new Placed((line.top() + line.bottom()) / 2, line.left(), element(line, usual)));
            }
        }
        placed.sort(Comparator.comparingDouble(Placed::y));
        return inOrder(placed);
    }

    /** A table in a cell of another before that; the outer one in parts, so that what it frames is told in its order. */
    private static List<RuledGrid> innermostFirst(List<RuledGrid> grids) {
        List<RuledGrid> ordered = new ArrayList<>(grids);
        ordered.sort(
                Comparator.comparingLong(g -> grids.stream().filter(g::frames).count()));
        return ordered.stream().flatMap(g -> g.around(grids).stream()).toList();
    }

    private static boolean inside(RuledGrid grid, Field field) {
        Place.Box box = field.place().box();
        return box != null && grid.holds(box.x() + box.width() / 2, box.y() + box.height() / 2);
    }

    /** Things on about one height go from left to right. */
    private static List<Element> inOrder(List<Placed> placed) {
        List<Element> ordered = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= placed.size(); i++) {
            if (i == placed.size() || placed.get(i).y() - placed.get(from).y() > 5) {
                placed.subList(from, i).stream()
                        .sorted(Comparator.comparingDouble(Placed::x))
                        .forEach(p -> ordered.add(p.element()));
                from = i;
            }
        }
        return ordered;
    }

    private Element element(PageText.TextLine line, double usual) {
        boolean heading = line.bold() || line.size() > usual * 1.15;
        return heading ? new Heading(line.text(), line.place(page)) : new Line(line.text(), line.place(page));
    }

    private static double usualSize(List<PageText.TextLine> lines) {
        List<Double> sizes =
                lines.stream().map(PageText.TextLine::size).sorted().toList();
        return sizes.isEmpty() ? 10 : sizes.get(sizes.size() / 2);
    }

    /** What is printed beside a field: left of it, for a tick right of it; otherwise right above it. */
    private static List<PageText.TextLine> near(List<PageText.TextLine> lines, Place.Box box, Element.Kind kind) {
        List<PageText.TextLine> left = lines.stream()
                .filter(l -> l.bottom() > box.y() - 2 && l.top() < box.y() + Math.min(box.height(), 20) + 2)
                .filter(l -> l.right() <= box.x() + 4)
                .max(Comparator.comparingDouble(PageText.TextLine::right))
                .map(List::of)
                .orElse(List.of());
        List<PageText.TextLine> right = lines.stream()
                .filter(l -> l.bottom() > box.y() - 2 && l.top() < box.y() + box.height() + 2)
                .filter(l -> l.left() >= box.x() + box.width() - 2 && l.left() < box.x() + box.width() + 60)
                .min(Comparator.comparingDouble(PageText.TextLine::left))
                .map(List::of)
                .orElse(List.of());
        if (kind == Element.Kind.TICK) {
            return right.isEmpty() ? left : right;
        }
        if (!left.isEmpty()) {
            return left;
        }
        return lines.stream()
                .filter(l -> !l.bold() || l.size() < 12)
                .filter(l -> l.bottom() <= box.y() + 3 && l.bottom() > box.y() - 16)
                .filter(l -> l.left() < box.x() + box.width() && l.right() > box.x())
                .max(Comparator.comparingDouble(PageText.TextLine::bottom))
                .map(List::of)
                .orElse(List.of());
    }

    private static String text(List<PageText.TextLine> lines) {
        return String.join(" ", lines.stream().map(PageText.TextLine::text).toList());
    }

    private static Field withNearby(Field field, String nearby) {
        return new Field(
                field.name(), field.label(), nearby, field.value(), field.kind(), field.method(), field.place());
    }
}
