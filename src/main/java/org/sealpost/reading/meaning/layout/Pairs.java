package org.sealpost.reading.meaning.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.meaning.label.LabelMatcher;

/**
 * Rows of labels and answers, one pair a row or several. A text that is itself a known label is no answer where its
 * neighbour could be one; a row of labels alone asks and answers nothing.
 */
final class Pairs {
    private final CellLabels labels;
    private final LabelMatcher matcher;
    private final Marks marks;
    private final Cells cells;
    private final boolean blankForm;
    private final Set<Integer> pairedWidths;

    /** @param rows the whole table, for what one row does not tell */
    Pairs(List<List<Cell>> rows, CellLabels labels, LabelMatcher matcher, Marks marks, Cells cells) {
        this.labels = labels;
        this.matcher = matcher;
        this.marks = marks;
        this.cells = cells;
        this.blankForm = isBlankForm(rows);
        this.pairedWidths = rows.stream()
                .filter(r -> r.size() % 2 == 0 && isPaired(r))
                .map(List::size)
                .collect(Collectors.toSet());
    }

    /** A label in every other cell, and answers between them. */
    private boolean isPaired(List<Cell> row) {
        for (int i = 0; i < row.size(); i++) {
            if (labels.isLabel(row.get(i)) != (i % 2 == 0)) {
                return false;
            }
        }
        return true;
    }

    /** Two columns of labels, where the answers were to be written below or behind them. */
    private boolean isBlankForm(List<List<Cell>> rows) {
        int asked = 0;
        int answered = 0;
        for (List<Cell> row : rows) {
            if (row.size() == 2 && labels.isSure(row.get(0)) && CellLabels.isFilled(row.get(1))) {
                boolean both = labels.isSure(row.get(1))
                        && row.get(0).emphasised() == row.get(1).emphasised();
                asked += both ? 1 : 0;
                answered += both ? 0 : 1;
            }
        }
        return asked >= 2 && asked > answered;
    }

    void read(List<Cell> all) {
        List<Cell> row = withoutMerged(all);
        if (isLabelsOnly(row)) {
            row.stream().filter(CellLabels::isFilled).forEach(this::unanswered);
        } else if (isTicks(row)) {
            ticks(row);
        } else if (isBoxes(row)) {
            CellLabels.filled(row).forEach(this::box);
        } else {
            headed(row);
        }
    }

    /** Without the empty cell at its left that goes on from the row above. */
    private List<Cell> withoutMerged(List<Cell> row) {
        boolean merged = row.size() >= 3
                && !CellLabels.isFilled(row.get(0))
                && labels.isLabel(row.get(1))
                && (row.size() % 2 == 1 || !labels.isLabel(row.get(2)));
        return merged ? row.subList(1, row.size()) : row;
    }

    private boolean isLabelsOnly(List<Cell> row) {
        List<Cell> filled = CellLabels.filled(row);
        return filled.stream().allMatch(labels::isSure)
                && (filled.size() >= 3 && filled.size() == row.size()
                        || filled.size() == 2 && row.size() == 2 && blankForm);
    }

    private void unanswered(Cell cell) {
        cells.unanswered(labels.meaning(cell), cell.text().strip(), cell.place());
    }

    /** A box to tick and at its right what it stands for. */
    private boolean isTicks(List<Cell> row) {
        return row.size() % 2 == 0
                && CellLabels.isFilled(row.get(0))
                && isTick(row.get(0))
                && CellLabels.isFilled(row.get(1))
                && !isTick(row.get(1));
    }

    private static boolean isTick(Cell cell) {
        boolean field = cell.fields().size() == 1
                && cell.fields().get(0).kind() == Kind.TICK
                && cell.text().isBlank();
        return field || cell.fields().isEmpty() && Ticks.isBox(cell.text());
    }

    private void ticks(List<Cell> row) {
        for (int i = 0; i + 1 < row.size(); i += 2) {
            Cell box = row.get(i);
            if (CellLabels.isFilled(box) && isTick(box)) {
                cells.tick(box, row.get(i + 1));
            }
        }
    }

    /** Label above answer in each of the cells, or "label: answer". */
    private boolean isBoxes(List<Cell> row) {
        List<Cell> filled = CellLabels.filled(row);
        return filled.size() >= 2
                && filled.stream().allMatch(c -> isLed(c) || labels.isSure(c) || isOfTwoLines(c))
                && filled.stream().filter(this::isLed).count() * 2 >= filled.size();
    }

    private static boolean isOfTwoLines(Cell cell) {
        return cell.fields().isEmpty() && cell.text().strip().lines().count() == 2;
    }

    /** A cell whose first line is a label, and the rest its answer. */
    private boolean isLed(Cell cell) {
        String text = cell.text().strip();
        int line = text.indexOf('\n');
        if (line < 0 || !cell.fields().isEmpty()) {
            return cell.fields().isEmpty() && labels.answersItself(text);
        }
        String rest = text.substring(line).strip();
        return matcher.label(text.substring(0, line)).certainty() >= Certainty.SURE
                && matcher.label(text).certainty() < Certainty.SURE
                && matcher.label(rest).certainty() < Certainty.SURE
                && !rest.startsWith("(");
    }

    private void box(Cell cell) {
        String text = cell.text().strip();
        int line = text.indexOf('\n');
        if (line < 0 || labels.answersItself(text)) {
            cells.box(cell);
        } else {
            String label = text.substring(0, line).strip();
            cells.below(matcher.label(label), label, cell, text.substring(line).strip());
        }
    }

    private void headed(List<Cell> row) {
        boolean label = row.size() >= 3
                && labels.isSure(row.get(1))
                && CellLabels.isFilled(row.get(2))
                && !labels.isLabel(row.get(2));
        boolean heads =
                row.size() % 2 == 1 && row.size() >= 3 && labels.isLabel(row.get(1)) && labels.isSection(row.get(0));
        if (heads) {
            cells.heading(row.get(0));
            pairs(row.subList(1, row.size()));
        } else if (label && labels.isSure(row.get(0))) {
            unanswered(row.get(0));
            pairs(row.subList(1, row.size()));
        } else {
            pairs(row);
        }
    }

    private void pairs(List<Cell> row) {
        List<Integer> starts = starts(row);
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : row.size();
            pair(row.get(starts.get(i)), row.subList(starts.get(i) + 1, end));
        }
    }

    /** Where the labels stand: in every other cell, or wherever a sure one is. */
    private List<Integer> starts(List<Cell> row) {
        boolean paired = row.size() % 2 == 0 && (row.size() == 2 || looksPaired(row) || goesOnPaired(row));
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 2; i < row.size(); i++) {
            boolean label = paired ? i % 2 == 0 : labels.isSure(row.get(i)) && starts.get(starts.size() - 1) < i - 1;
            if (label) {
                starts.add(i);
            }
        }
        return starts;
    }

    /** As another row of the table: a label that nobody knows stands where the others do. */
    private boolean goesOnPaired(List<Cell> row) {
        return pairedWidths.contains(row.size()) && labels.isLabel(row.get(0)) && !labels.isLabel(row.get(1));
    }

    private boolean looksPaired(List<Cell> row) {
        int known = 0;
        for (int i = 0; i < row.size(); i += 2) {
            Cell cell = row.get(i);
            known += labels.isLabel(cell) || cell.text().strip().endsWith(":") || cell.emphasised() ? 1 : 0;
        }
        return known * 2 >= row.size() / 2 + 1 || known * 2 == row.size();
    }

    private void pair(Cell label, List<Cell> values) {
        if (!CellLabels.isFilled(label) && values.stream().noneMatch(CellLabels::isFilled)) {
            return;
        }
        String text = label.text().strip();
        boolean selfContained =
                !label.fields().isEmpty() || !labels.isLabel(label) && text.contains(":") && !text.endsWith(":");
        if (selfContained) {
            cells.box(label);
            values.stream().filter(CellLabels::isFilled).forEach(cells::box);
        } else {
            cells.answer(labels.meaning(label), text, values, label.place());
        }
    }
}
