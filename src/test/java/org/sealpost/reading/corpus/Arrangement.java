package org.sealpost.reading.corpus;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.reading.corpus.Item.Box;
import org.sealpost.reading.corpus.Item.Cell;
import org.sealpost.reading.corpus.Item.Line;
import org.sealpost.reading.corpus.Item.Print;
import org.sealpost.reading.corpus.Item.Table;
import org.sealpost.reading.corpus.Layout.Block;
import org.sealpost.reading.corpus.Layout.Manner;

/** Lays the labels and boxes of a block out in its shape. */
final class Arrangement {
    private final Block block;
    private final List<Item> items;
    private final boolean bold;

    Arrangement(Block block, Wording wording, List<Item> items) {
        this.block = block;
        this.items = items;
        bold = wording.percent(50);
    }

    void arrange(String called, List<String> labels, List<List<Box>> boxes) {
        switch (block.shape()) {
            case GRID -> grid(called, labels, boxes);
            case SIDES -> sides(called, labels, boxes);
            default -> {
                for (int i = 0; i < boxes.size(); i++) {
                    one(block.is(Manner.NUMBERED) ? called + " " + (i + 1) : called, labels, boxes.get(i));
                }
            }
        }
    }

    private void one(String heading, List<String> labels, List<Box> boxes) {
        if (!block.is(Manner.HEADLESS) && !block.is(Manner.BANNER)) {
            items.add(new Item.Heading(heading));
        }
        List<List<Cell>> rows = new ArrayList<>();
        int across = block.shape() == Layout.Shape.TWO_A_ROW ? 4 : 2;
        if (block.is(Manner.BANNER)) {
            rows.add(List.of(new Cell(new Print(heading, true), across)));
        }
        switch (block.shape()) {
            case PAIRS -> pairs(rows, labels, boxes);
            case TWO_A_ROW -> twoARow(rows, labels, boxes);
            case ABOVE -> above(labels, boxes);
            case RUNNING -> running(labels, boxes);
            default -> throw new IllegalStateException(block.shape().name());
        }
        if (!rows.isEmpty()) {
            items.add(new Table(rows, false));
        }
    }

    private void pairs(List<List<Cell>> rows, List<String> labels, List<Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            rows.add(List.of(label(labels.get(i)), new Cell(boxes.get(i), 1)));
        }
    }

    /** Long answers have a row of their own. */
    private void twoARow(List<List<Cell>> rows, List<String> labels, List<Box> boxes) {
        List<Cell> row = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            boolean wide =
                    List.of("address", "description").contains(block.asks().get(i));
            boolean alone = wide || (row.isEmpty() && (i == boxes.size() - 1 || isWide(i + 1)));
            row.add(label(labels.get(i)));
            row.add(new Cell(boxes.get(i), alone ? 3 : 1));
            if (alone || row.size() == 4) {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
    }

    private boolean isWide(int ask) {
        return List.of("address", "description").contains(block.asks().get(ask));
    }

    private Cell label(String label) {
        return new Cell(new Print(label, bold), 1);
    }

    private void above(List<String> labels, List<Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            items.add(new Line(List.of(new Print(labels.get(i), bold))));
            items.add(new Line(List.of(boxes.get(i))));
        }
    }

    private void running(List<String> labels, List<Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            items.add(new Line(List.of(new Print(FormFiller.running(labels.get(i)), bold), boxes.get(i))));
        }
    }

    private void grid(String heading, List<String> labels, List<List<Box>> boxes) {
        items.add(new Item.Heading(heading));
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(labels.stream().map(l -> new Cell(new Print(l, true), 1)).toList());
        boxes.forEach(row -> rows.add(row.stream().map(b -> new Cell(b, 1)).toList()));
        items.add(new Table(rows, true));
    }

    private void sides(String called, List<String> labels, List<List<Box>> boxes) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Cell> head = new ArrayList<>(List.of(new Cell(new Print("", false), 1)));
        for (int i = 1; i <= boxes.size(); i++) {
            head.add(new Cell(new Print(called + " " + i, true), 1));
        }
        rows.add(head);
        for (int ask = 0; ask < labels.size(); ask++) {
            List<Cell> row = new ArrayList<>(List.of(label(labels.get(ask))));
            for (List<Box> one : boxes) {
                row.add(new Cell(one.get(ask), 1));
            }
            rows.add(row);
        }
        items.add(new Table(rows, true));
    }
}
