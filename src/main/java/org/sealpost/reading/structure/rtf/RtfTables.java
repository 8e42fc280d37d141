package org.sealpost.reading.structure.rtf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.story.TableRows;

/**
 * The tables of RTF, where a cell is known only when it ends and a row's shape may be told before or after its cells:
 * paragraphs say how deep in tables they stand.
 */
final class RtfTables {
    private static final int DEEPEST = 20;

    private final Story story;
    private final Deque<Level> levels = new ArrayDeque<>();
    private List<Shape> shapes = new ArrayList<>();
    private Shape next = new Shape();
    private boolean header;

    RtfTables(Story story) {
        this.story = story;
    }

    private static final class Shape {
        private boolean goesOnAbove;
        private boolean goesOnLeft;
        private int right;
    }

    private final class Level {
        private final TableRows rows = new TableRows(story.allowance());
        private final List<List<Element>> cells = new ArrayList<>();
    }

    /** @return true where the word was one of a row's shape */
    boolean word(String word, int number) {
        switch (word) {
            case "trowd" -> {
                shapes = new ArrayList<>();
                next = new Shape();
                header = false;
            }
            case "trhdr" -> header = true;
            case "clvmrg" -> next.goesOnAbove = true;
            case "clmrg" -> next.goesOnLeft = true;
            case "cellx" -> {
                next.right = number;
                if (shapes.size() < 1_000) {
                    shapes.add(next);
                }
                next = new Shape();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The text that follows stands so deep in tables. */
    void at(int depth) throws NotReadException {
        int wanted = Math.max(0, Math.min(DEEPEST, depth));
        while (levels.size() < wanted) {
            story.breakParagraph(false);
            levels.push(new Level());
            story.open();
        }
        while (levels.size() > wanted) {
            List<Element> rest = story.close();
            Level level = levels.pop();
            if (!rest.isEmpty()) {
                level.cells.add(rest);
            }
            row(level);
            story.addAll(level.rows.elements());
        }
    }

    void endCell(int depth) throws NotReadException {
        at(Math.max(1, depth));
        story.breakParagraph(false);
        levels.element().cells.add(story.close());
        story.open();
    }

    void endRow(int depth) throws NotReadException {
        at(Math.max(1, depth));
        row(levels.element());
    }

    private void row(Level level) throws NotReadException {
        List<List<Element>> cells = level.cells;
        for (int i = 0; i < cells.size(); i++) {
            int span = 1;
            while (i + span < shapes.size() && i + span < cells.size() && shapes.get(i + span).goesOnLeft) {
                span++;
            }
            boolean above = i < shapes.size() && shapes.get(i).goesOnAbove;
            List<Element> content = above ? List.of() : cells.get(i);
            if (i + span <= shapes.size()) {
                level.rows.cellTo(content, shapes.get(i + span - 1).right, header);
            } else {
                level.rows.cell(content, span, 0, header);
            }
            i += span - 1;
        }
        level.rows.endRow();
        cells.clear();
    }
}
