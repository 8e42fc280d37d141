package org.sealpost.reading.meaning.layout;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Row;
import org.sealpost.reading.document.Element.Table;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.meaning.label.LabelMatcher;
import org.sealpost.reading.meaning.label.Meaning;

/** Tables: pairs in a row, grids with a header, one column an entity, cells that hold label and answer. */
final class TableReader {
    private static final double LIKELY = 0.6;
    private static final double SURE = 0.99;

    private final LabelMatcher labels;
    private final Marks marks;
    private final LineReader lines;
    private final FieldReader fields;
    private final Method method;

    TableReader(LabelMatcher labels, Marks marks, LineReader lines, FieldReader fields, Method method) {
        this.labels = labels;
        this.marks = marks;
        this.lines = lines;
        this.fields = fields;
        this.method = method;
    }

    void read(Table table) {
        List<List<Cell>> rows = table.rows().stream()
                .map(Row::cells)
                .filter(r -> r.stream().anyMatch(TableReader::isFilled))
                .toList();
        int i = 0;
        while (i < rows.size()) {
            if (isAlone(rows.get(i))) {
                alone(rows.get(i).stream()
                        .filter(TableReader::isFilled)
                        .findFirst()
                        .orElseThrow());
                i++;
            } else if (isMatrix(rows, i)) {
                i = matrix(rows, i);
            } else if (isHeader(rows, i)) {
                i = grid(rows, i);
            } else {
                lines.close();
                pairs(rows.get(i));
                i++;
            }
        }
        lines.close();
    }

    private static boolean isFilled(Cell cell) {
        return !cell.text().isBlank() || !cell.fields().isEmpty();
    }

    private Meaning meaning(Cell cell) {
        Meaning meaning = cell.fields().isEmpty() ? labels.label(cell.text()) : Meaning.NONE;
        return meaning.certainty() >= LIKELY ? meaning : Meaning.NONE;
    }

    private boolean isLabel(Cell cell) {
        return !meaning(cell).isNone();
    }

    // --- a cell that has the row for itself

    private boolean isAlone(List<Cell> row) {
        List<Cell> filled = row.stream().filter(TableReader::isFilled).toList();
        if (filled.size() != 1) {
            return false;
        }
        Cell cell = filled.get(0);
        Meaning heading = labels.heading(cell.text());
        boolean title = heading.isSection() || heading.isLong() || heading.isNone();
        return row.size() == 1
                || cell.span() > 1 && cell.span() >= row.size()
                || (title && cell == row.get(0) && cell.fields().isEmpty());
    }

    private void alone(Cell cell) {
        String[] texts = cell.text().split("\\n", -1);
        boolean title = texts.length == 1
                && cell.emphasised()
                && cell.fields().isEmpty()
                && cell.text().length() < 100;
        if (title) {
            lines.heading(cell.text(), cell.place(), method);
            return;
        }
        if (!cell.text().isBlank()) {
            for (String text : texts) {
                lines.line(text, cell.place(), method);
            }
        }
        String context = cell.fields().isEmpty() ? "" : lines.takePending();
        cell.fields().forEach(f -> fields.read(f, context));
    }

    // --- pairs

    private void pairs(List<Cell> row) {
        int from = 0;
        if (row.size() == 3 && labels.heading(row.get(0).text()).isSection() && isLabel(row.get(1))) {
            lines.heading(row.get(0).text(), row.get(0).place(), method);
            from = 1;
        }
        boolean paired = (row.size() - from) % 2 == 0;
        int step = paired && (row.size() - from == 2 || looksPaired(row, from)) ? 2 : row.size() - from;
        for (int i = from; i < row.size(); i += step) {
            pair(row.get(i), row.subList(i + 1, Math.min(row.size(), i + step)));
        }
    }

    private boolean looksPaired(List<Cell> row, int from) {
        int known = 0;
        for (int i = from; i < row.size(); i += 2) {
            known += isLabel(row.get(i))
                            || row.get(i).text().strip().endsWith(":")
                            || row.get(i).emphasised()
                    ? 1
                    : 0;
        }
        return known * 2 >= (row.size() - from) / 2 + 1 || known * 2 == row.size() - from;
    }

    private void pair(Cell label, List<Cell> values) {
        if (!isFilled(label) && values.stream().noneMatch(TableReader::isFilled)) {
            return;
        }
        boolean selfContained = !label.fields().isEmpty()
                || (!isLabel(label)
                        && label.text().contains(":")
                        && !label.text().strip().endsWith(":"));
        if (selfContained) {
            boxes(label);
            values.stream().filter(TableReader::isFilled).forEach(this::boxes);
            return;
        }
        Meaning meaning = meaning(label);
        String text = label.text().strip();
        List<Field> inside = values.stream().flatMap(v -> v.fields().stream()).toList();
        inside.forEach(f -> fields.read(f, text));
        String value = String.join(
                "\n",
                values.stream()
                        .map(c -> c.text().strip())
                        .filter(t -> !t.isEmpty())
                        .toList());
        if (inside.isEmpty()) {
            Place place = values.stream()
                    .filter(TableReader::isFilled)
                    .findFirst()
                    .orElse(label)
                    .place();
            marks.answer(meaning, text, marks.span(value, place, method));
        }
    }

    /** A cell that holds both label and answer. */
    private void boxes(Cell cell) {
        lines.close();
        if (!cell.text().isBlank()) {
            for (String text : cell.text().split("\\n", -1)) {
                lines.line(text, cell.place(), method);
            }
        }
        String context = cell.fields().isEmpty() ? "" : lines.takePending();
        cell.fields().forEach(f -> fields.read(f, context.isEmpty() ? cell.text() : context));
        lines.close();
    }

    // --- grids

    private boolean isHeader(List<List<Cell>> rows, int i) {
        List<Cell> row = rows.get(i);
        if (row.size() < 2
                || i + 1 >= rows.size()
                || row.stream().anyMatch(c -> !c.fields().isEmpty())) {
            return false;
        }
        long known = row.stream().filter(this::isLabel).count();
        long blank = row.stream().filter(c -> !isFilled(c)).count();
        boolean header = known >= 2 && known + blank >= row.size() - (row.size() >= 4 ? 1 : 0) && blank <= 1;
        List<Cell> next = rows.get(i + 1);
        boolean answers = next.size() >= 2
                && !isAlone(next)
                && next.stream().filter(this::isLabel).count() * 2 <= next.size();
        boolean nextIsPair = row.size() == 2
                && isLabel(next.get(0))
                && labels.label(next.get(0).text()).certainty() >= SURE;
        boolean nextIsPairs = row.size() == 4 && next.size() == 4 && isLabel(next.get(0)) && isLabel(next.get(2));
        return header && answers && !nextIsPair && !nextIsPairs;
    }

    private int grid(List<List<Cell>> rows, int header) {
        lines.close();
        List<Cell> columns = columns(rows.get(header));
        int end = header + 1;
        while (end < rows.size()
                && !isHeader(rows, end)
                && !isSpanning(rows.get(end))
                && rows.get(end).size() >= 2) {
            end++;
        }
        boolean several = end - header > 2;
        for (int i = header + 1; i < end; i++) {
            if (several) {
                marks.add(new Mark.Row());
            }
            row(columns, columns(rows.get(i)));
        }
        if (several) {
            marks.add(new Mark.Row());
        }
        return end;
    }

    private static boolean isSpanning(List<Cell> row) {
        return row.size() == 1;
    }

    private static List<Cell> columns(List<Cell> row) {
        List<Cell> columns = new ArrayList<>();
        for (Cell cell : row) {
            for (int i = 0; i < Math.min(cell.span(), 40); i++) {
                columns.add(cell);
            }
        }
        return columns;
    }

    private void row(List<Cell> columns, List<Cell> values) {
        for (int c = 0; c < Math.min(columns.size(), values.size()); c++) {
            boolean again = c > 0 && (values.get(c) == values.get(c - 1) || columns.get(c) == columns.get(c - 1));
            if (!again) {
                cell(columns.get(c), values.get(c));
            }
        }
    }

    private void cell(Cell column, Cell value) {
        String label = column.text().strip();
        if (value.fields().isEmpty()) {
            marks.answer(meaning(column), label, marks.span(value.text().strip(), value.place(), method));
        } else {
            value.fields().forEach(f -> fields.read(f, label));
        }
    }

    /** One entity a column: a first row of numbered roles, the labels down the left. */
    private boolean isMatrix(List<List<Cell>> rows, int i) {
        List<Cell> row = rows.get(i);
        if (row.size() < 3 || i + 1 >= rows.size()) {
            return false;
        }
        boolean heads = row.stream().skip(1).allMatch(c -> {
            Meaning meaning = labels.heading(c.text());
            return meaning.isSection() && meaning.number() > 0;
        });
        return heads
                && rows.get(i + 1).size() == row.size()
                && isLabel(rows.get(i + 1).get(0));
    }

    private int matrix(List<List<Cell>> rows, int header) {
        lines.close();
        List<Cell> heads = rows.get(header);
        int end = header + 1;
        while (end < rows.size() && rows.get(end).size() == heads.size()) {
            end++;
        }
        for (int c = 1; c < heads.size(); c++) {
            marks.add(new Mark.Section(
                    labels.heading(heads.get(c).text()), heads.get(c).text()));
            for (int i = header + 1; i < end; i++) {
                cell(rows.get(i).get(0), rows.get(i).get(c));
            }
        }
        return end;
    }
}
