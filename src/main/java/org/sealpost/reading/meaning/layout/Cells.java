package org.sealpost.reading.meaning.layout;

import java.util.List;
import java.util.stream.Collectors;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.meaning.label.Meaning;

/** Reads single cells: the answer to a label, or label and answer in one. For one document and thread. */
final class Cells {
    private final Marks marks;
    private final LineReader lines;
    private final FieldReader fields;
    private final Method method;

    Cells(Marks marks, LineReader lines, FieldReader fields, Method method) {
        this.marks = marks;
        this.lines = lines;
        this.fields = fields;
        this.method = method;
    }

    /** The answer that stands in one cell or more. */
    void answer(Meaning meaning, String label, List<Cell> cells, Place otherwise) {
        List<Field> inside = cells.stream().flatMap(c -> c.fields().stream()).toList();
        inside.forEach(f -> fields.read(f, label));
        if (inside.isEmpty()) {
            List<Cell> filled = CellLabels.filled(cells);
            String text = filled.stream().map(c -> c.text().strip()).collect(Collectors.joining("\n"));
            Place place = filled.isEmpty() ? otherwise : filled.get(0).place();
            marks.answer(meaning, label, marks.span(text, place, method));
        }
    }

    /** The answer in the column of a grid: the row says of whom it speaks, whatever number a field's name has. */
    void inColumn(Meaning meaning, String label, Cell cell) {
        if (cell.fields().isEmpty()) {
            marks.answer(meaning, label, marks.span(cell.text().strip(), cell.place(), method));
        } else {
            cell.fields().forEach(f -> fields.readInColumn(f, label));
        }
    }

    /** A label without answer: it still says that a block has begun. */
    void unanswered(Meaning meaning, String label, Place place) {
        marks.answer(meaning, label, marks.span("", place, method));
    }

    /** The answer that stands below its label in the same cell. */
    void below(Meaning meaning, String label, Cell cell, String answer) {
        lines.close();
        marks.answer(meaning, label, marks.span(answer, cell.place(), method));
    }

    /** A box to tick, and the cell that says what it stands for. */
    void tick(Cell box, Cell words) {
        lines.close();
        String text = words.text().strip();
        if (box.fields().isEmpty()) {
            boolean on = Ticks.isOn(box.text());
            marks.add(new Mark.Tick(Meaning.NONE, "", marks.span(text, words.place(), method), on));
        } else {
            fields.read(box.fields().get(0), text);
        }
        words.fields().forEach(f -> fields.read(f, text));
    }

    /** A cell that holds both label and answer. */
    void box(Cell cell) {
        lines.close();
        lines(cell);
        String context = cell.fields().isEmpty() ? "" : lines.takePending();
        cell.fields().forEach(f -> fields.read(f, context.isEmpty() ? cell.text() : context));
        lines.close();
    }

    /** A cell that has its row for itself. */
    void alone(Cell cell) {
        boolean title = !cell.text().contains("\n")
                && cell.emphasised()
                && cell.fields().isEmpty()
                && cell.text().length() < 100;
        if (title) {
            heading(cell);
            return;
        }
        lines(cell);
        String context = cell.fields().isEmpty() ? "" : lines.takePending();
        cell.fields().forEach(f -> fields.read(f, context));
    }

    void heading(Cell cell) {
        lines.heading(cell.text(), cell.place(), method);
    }

    private void lines(Cell cell) {
        if (!cell.text().isBlank()) {
            for (String text : cell.text().split("\\n", -1)) {
                lines.line(text, cell.place(), method);
            }
        }
    }
}
