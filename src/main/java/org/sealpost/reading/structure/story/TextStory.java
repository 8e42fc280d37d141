package org.sealpost.reading.structure.story;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Line;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.NotReadException;

/**
 * Plain text as people lay it out: tables drawn with bars or tabs or set in columns, quoted lines without their marks, and
 * lines.
 */
public final class TextStory {
    private static final Pattern QUOTE = Pattern.compile("^(?:>[ \\t]?)+");
    private static final Pattern RULE = Pattern.compile("[\\s|+:=_-]*[-=_]{3}[\\s|+:=_-]*");
    private static final int FEWEST_COLUMNS = 3;

    private final Allowance allowance;
    private final List<Element> elements = new ArrayList<>();

    public TextStory(Allowance allowance) {
        this.allowance = allowance;
    }

    public List<Element> read(String text) throws NotReadException {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            allowance.characters(line.length());
            allowance.piece();
            lines.add(QUOTE.matcher(line).replaceFirst("").stripTrailing());
        }
        int i = 0;
        while (i < lines.size()) {
            int next = Math.max(barred(lines, i), Math.max(tabbed(lines, i), inColumns(lines, i)));
            if (next == i) {
                elements.add(new Line(lines.get(i), Place.NOWHERE));
                next++;
            }
            i = next;
        }
        return elements;
    }

    private static boolean isBarred(String line) {
        String bare = line.strip();
        return bare.length() > 2 && bare.startsWith("|") && bare.endsWith("|");
    }

    /** {@code | Name | DoB |}, with or without rules between. */
    private int barred(List<String> lines, int from) throws NotReadException {
        int end = from;
        List<List<String>> rows = new ArrayList<>();
        while (end < lines.size()
                && (isBarred(lines.get(end))
                        || lines.get(end).strip().startsWith("+")
                                && RULE.matcher(lines.get(end)).matches())) {
            String bare = lines.get(end).strip();
            if (!RULE.matcher(bare).matches()) {
                rows.add(List.of(bare.substring(1, bare.length() - 1).split("\\|", -1)));
            }
            end++;
        }
        boolean table = !rows.isEmpty() && rows.stream().allMatch(r -> r.size() > 1);
        if (table) {
            table(rows);
        }
        return table ? end : from;
    }

    /** Lines of as many tabs each, as a table is pasted. */
    private int tabbed(List<String> lines, int from) throws NotReadException {
        List<List<String>> rows = new ArrayList<>();
        int columns = 0;
        int end = from;
        for (; end < lines.size() && lines.get(end).indexOf('\t') >= 0; end++) {
            List<String> cells = List.of(lines.get(end).split("\t", -1));
            columns = Math.max(columns, cells.size());
            rows.add(cells);
        }
        int wide = columns;
        boolean table = rows.size() > 1
                && rows.stream().allMatch(r -> r.size() > 1 && wide - r.size() <= wide - 2)
                && rows.stream()
                        .noneMatch(r -> r.get(0).isBlank()
                                && r.stream().filter(c -> !c.isBlank()).count() < 2);
        if (table && columns > 2) {
            table(rows);
            return end;
        }
        return from;
    }

    /** At least two lines whose words begin in the same three columns or more, the first one the header. */
    private int inColumns(List<String> lines, int from) throws NotReadException {
        List<Integer> starts = starts(lines.get(from));
        if (starts.size() < FEWEST_COLUMNS
                || lines.get(from).indexOf(':') >= 0
                || lines.get(from).indexOf('\t') >= 0) {
            return from;
        }
        List<List<String>> rows = new ArrayList<>();
        int end = from;
        while (end < lines.size() && lines.get(end).indexOf('\t') < 0) {
            String line = lines.get(end);
            if (!RULE.matcher(line).matches()) {
                List<Integer> own = starts(line);
                if (own.size() < 2 || !starts.containsAll(own)) {
                    break;
                }
                rows.add(cut(line, starts));
            }
            end++;
        }
        if (rows.size() < 2) {
            return from;
        }
        table(rows);
        return end;
    }

    /** Where words begin after two blanks or at the line's own beginning. */
    private static List<Integer> starts(String line) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < line.length(); i++) {
            boolean gap = i == 0 || i == 1 && line.charAt(0) == ' ' || i > 1 && line.startsWith("  ", i - 2);
            if (line.charAt(i) != ' ' && gap) {
                starts.add(i);
            }
        }
        return starts;
    }

    private static List<String> cut(String line, List<Integer> starts) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int from = Math.min(line.length(), starts.get(i));
            int to = i + 1 < starts.size() ? Math.min(line.length(), starts.get(i + 1)) : line.length();
            cells.add(line.substring(from, to));
        }
        return cells;
    }

    private void table(List<List<String>> rows) throws NotReadException {
        elements.addAll(table(rows, allowance));
    }

    public static List<Element> table(List<List<String>> rows, Allowance allowance) throws NotReadException {
        TableRows table = new TableRows(allowance);
        for (List<String> row : rows) {
            for (String cell : row) {
                Paragraph text = new Paragraph();
                text.text(cell.strip(), false);
                table.cell(cell.isBlank() ? List.of() : text.elements(false), 1, 0, false);
            }
            table.endRow();
        }
        return table.elements();
    }
}
