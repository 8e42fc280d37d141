package org.sealpost.reading.exhibit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sealpost.reading.document.Element;

/**
 * The text of a document without pages, with the spots marked in it. A spot is marked where its text stands first; blanks
 * and line ends make no difference. For one document.
 */
final class MarkedText {
    /** A piece of text in one spot, or in none ({@code 0}); a spot over several lines is several runs. */
    record Run(String text, int spot, boolean first) {}

    /** A line, a heading or a row of a table; a cell is a list of runs. */
    record Block(String kind, List<List<Run>> cells) {}

    private record Leaf(String text, int[] spots) {
        static Leaf of(String text) {
            return new Leaf(text, new int[text.length()]);
        }
    }

    private record Row(String kind, List<Leaf> leaves) {}

    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder letters = new StringBuilder();
    private final List<Leaf> leafOf = new ArrayList<>();
    private final List<Integer> placeOf = new ArrayList<>();

    MarkedText(List<Element> elements) {
        elements.forEach(this::take);
    }

    private void take(Element element) {
        if (element instanceof Element.Heading heading) {
            row("heading", List.of(heading.text()));
        } else if (element instanceof Element.Line line) {
            row("line", List.of(line.text()));
        } else if (element instanceof Element.Field field) {
            row("field", List.of(asked(field), field.value()));
        } else if (element instanceof Element.Table table) {
            for (Element.Row row : table.rows()) {
                row("row", row.cells().stream().map(MarkedText::text).toList());
            }
        }
    }

    private static String text(Element.Cell cell) {
        List<String> texts = new ArrayList<>();
        if (!cell.text().isBlank()) {
            texts.add(cell.text());
        }
        for (Element.Field field : cell.fields()) {
            texts.add(field.kind() == Element.Kind.TICK ? asked(field) + ": " + field.value() : field.value());
        }
        return String.join("\n", texts);
    }

    private static String asked(Element.Field field) {
        if (!field.nearby().isBlank()) {
            return field.nearby();
        }
        return field.label().isBlank() ? field.name() : field.label();
    }

    private void row(String kind, List<String> texts) {
        List<Leaf> leaves = texts.stream().map(Leaf::of).toList();
        for (Leaf leaf : leaves) {
            for (int i = 0; i < leaf.text().length(); i++) {
                if (!Character.isWhitespace(leaf.text().charAt(i))) {
                    letters.append(leaf.text().charAt(i));
                    leafOf.add(leaf);
                    placeOf.add(i);
                }
            }
        }
        rows.add(new Row(kind, leaves));
    }

    /** Marks a spot; where its text does not stand in the document, or only in other spots, nothing. */
    void mark(Spot spot) {
        String wanted = spot.text().replaceAll("\\s+", "");
        for (int at = letters.indexOf(wanted); !wanted.isEmpty() && at >= 0; at = letters.indexOf(wanted, at + 1)) {
            if (isFree(at) && isFree(at + wanted.length() - 1)) {
                for (int i = at; i < at + wanted.length(); i++) {
                    fill(i, i == at ? placeOf.get(i) : Math.min(placeOf.get(i), placeBefore(i)), spot.number());
                }
                return;
            }
        }
    }

    private boolean isFree(int letter) {
        return leafOf.get(letter).spots()[placeOf.get(letter)] == 0;
    }

    /** The place after the letter before, where that stands in the same leaf: so blanks inside a spot belong to it. */
    private int placeBefore(int letter) {
        return leafOf.get(letter - 1) == leafOf.get(letter) ? placeOf.get(letter - 1) + 1 : placeOf.get(letter);
    }

    private void fill(int letter, int from, int spot) {
        for (int i = from; i <= placeOf.get(letter); i++) {
            leafOf.get(letter).spots()[i] = spot;
        }
    }

    List<Block> blocks() {
        Set<Integer> seen = new HashSet<>();
        return rows.stream()
                .map(row -> new Block(
                        row.kind(),
                        row.leaves().stream().map(leaf -> runs(leaf, seen)).toList()))
                .toList();
    }

    private static List<Run> runs(Leaf leaf, Set<Integer> seen) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= leaf.text().length(); i++) {
            if (i == leaf.text().length() || leaf.spots()[i] != leaf.spots()[from]) {
                int spot = leaf.spots()[from];
                runs.add(new Run(leaf.text().substring(from, i), spot, spot > 0 && seen.add(spot)));
                from = i;
            }
        }
        return runs;
    }
}
