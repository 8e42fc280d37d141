package org.sealpost.reading.structure.word;

import java.util.List;
import java.util.Locale;
import org.apache.poi.hwpf.HWPFDocumentCore;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.story.TableRows;

/** One story of an old Word file. */
final class OldWordStory {
    private static final int DEEPEST = 20;
    private static final int BODY_LEVEL = 9;

    private final Story story;
    private final HWPFDocumentCore word;
    private final OldWordRuns runs;

    OldWordStory(Story story, HWPFDocumentCore word, byte[] data) {
        this.story = story;
        this.word = word;
        this.runs = new OldWordRuns(story, data);
    }

    List<Element> read(Range range) throws NotReadException {
        blocks(range, 0);
        return story.elements();
    }

    /** @param level how deep in tables the range itself stands */
    private void blocks(Range range, int level) throws NotReadException {
        if (level > DEEPEST) {
            throw NotReadException.opaque("reading-failed", "It is nested too deeply to be read.");
        }
        for (int i = 0; i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
                Table table = range.getTable(paragraph);
                story.addAll(table(table, level + 1));
                i += Math.max(1, table.numParagraphs()) - 1;
            } else {
                paragraph(paragraph);
            }
        }
    }

    private void paragraph(Paragraph paragraph) throws NotReadException {
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            runs.run(paragraph.getCharacterRun(i));
        }
        if (!runs.goesOn()) {
            story.endParagraph(isHeading(paragraph));
        }
    }

    private boolean isHeading(Paragraph paragraph) {
        if (paragraph.getLvl() < BODY_LEVEL) {
            return true;
        }
        int index = paragraph.getStyleIndex();
        if (word.getStyleSheet() == null || index >= word.getStyleSheet().numStyles()) {
            return false;
        }
        StyleDescription style = word.getStyleSheet().getStyleDescription(index);
        String name = style == null || style.getName() == null ? "" : style.getName();
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("heading") || lower.startsWith("title") || lower.startsWith("subtitle");
    }

    private List<Element> table(Table table, int level) throws NotReadException {
        TableRows rows = new TableRows(story.allowance());
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            for (int c = 0; c < row.numCells(); c++) {
                TableCell cell = row.getCell(c);
                boolean goesOn = cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
                if (cell.isMerged() && !cell.isFirstMerged()) {
                    continue;
                }
                int last = c;
                while (cell.isFirstMerged()
                        && last + 1 < row.numCells()
                        && row.getCell(last + 1).isMerged()
                        && !row.getCell(last + 1).isFirstMerged()) {
                    last++;
                }
                story.open();
                if (!goesOn) {
                    blocks(cell, level);
                }
                TableCell end = row.getCell(last);
                // Edges may lie left of the margin.
                int right = end.getLeftEdge() + end.getWidth() + 10_000;
                rows.cellTo(story.close(), right, row.isTableHeader());
            }
            rows.endRow();
        }
        return rows.elements();
    }
}
