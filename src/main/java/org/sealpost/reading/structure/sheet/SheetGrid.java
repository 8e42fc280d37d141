package org.sealpost.reading.structure.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Heading;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.story.Paragraph;
import org.sealpost.reading.structure.story.TableRows;

/**
 * A sheet of a workbook used as a form, whichever program made it: only cells that show something are kept. Rows that
 * show nothing part one table from the next, and columns that show nothing in a table are no columns of it.
 */
public final class SheetGrid {
    private static final int MOST_MERGED = 2_000;

    private final Allowance allowance;
    private final NavigableMap<Integer, NavigableMap<Integer, List<Element>>> rows = new TreeMap<>();
    private final List<Merged> merges = new ArrayList<>();

    public SheetGrid(Allowance allowance) {
        this.allowance = allowance;
    }

    private record Merged(int row, int column, int lastRow, int lastColumn) {}

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** What the cell shows; nothing where it shows nothing. */
    public void cell(int row, int column, String text, boolean bold) throws NotReadException {
        if (!text.isBlank()) {
            allowance.characters(text.length());
            Paragraph paragraph = new Paragraph();
            paragraph.text(text.strip(), bold);
            at(row, column).addAll(0, paragraph.elements(false));
        }
    }

    public void field(int row, int column, Field field) throws NotReadException {
        at(row, column).add(field);
    }

    private List<Element> at(int row, int column) throws NotReadException {
        allowance.piece();
        return rows.computeIfAbsent(row, r -> new TreeMap<>()).computeIfAbsent(column, c -> new ArrayList<>());
    }

    /** @throws NotReadException where there are more than a form has */
    public void merge(int row, int column, int lastRow, int lastColumn) throws NotReadException {
        if (merges.size() >= MOST_MERGED) {
            throw NotReadException.opaque("reading-too-large", "There is more in it than a reading may hold.");
        }
        merges.add(new Merged(row, column, lastRow, lastColumn));
    }

    List<Element> elements() throws NotReadException {
        List<Element> all = new ArrayList<>();
        List<Integer> block = new ArrayList<>();
        int last = -1;
        int reach = -1;
        for (int row : rows.keySet()) {
            if (!block.isEmpty() && row > Math.max(last, reach) + 1) {
                tell(block, all);
                block.clear();
            }
            block.add(row);
            last = row;
            reach = Math.max(reach, reachOf(row));
        }
        if (!block.isEmpty()) {
            tell(block, all);
        }
        return all;
    }

    /** The last row that a cell of this row is merged with. */
    private int reachOf(int row) {
        return merges.stream()
                .filter(m -> m.row() == row && shows(row, m.column()))
                .mapToInt(Merged::lastRow)
                .max()
                .orElse(row);
    }

    private boolean shows(int row, int column) {
        NavigableMap<Integer, List<Element>> cells = rows.get(row);
        return cells != null && cells.containsKey(column);
    }

    private void tell(List<Integer> block, List<Element> into) throws NotReadException {
        TreeSet<Integer> columns = new TreeSet<>();
        block.forEach(row -> columns.addAll(cells(row).keySet()));
        if (columns.size() == 1) {
            // No table: lines under each other.
            for (int row : block) {
                into.addAll(cells(row).firstEntry().getValue());
            }
            return;
        }
        TableRows table = new TableRows(allowance);
        for (int row : block) {
            row(row, columns, table);
        }
        into.addAll(table.elements());
    }

    private void row(int row, TreeSet<Integer> columns, TableRows table) throws NotReadException {
        int covered = -1;
        for (int column : columns) {
            if (column <= covered) {
                continue;
            }
            Merged merged = mergedAt(row, column);
            List<Element> content = cells(row).get(column);
            int span = 1;
            if (merged != null) {
                covered = merged.lastColumn();
                span = columns.subSet(column, true, covered, true).size();
            }
            table.cell(content == null ? List.of() : content, span, 0, false);
        }
        table.endRow();
    }

    private @Nullable Merged mergedAt(int row, int column) {
        return merges.stream()
                .filter(m -> m.row() <= row && row <= m.lastRow() && m.column() <= column && column <= m.lastColumn())
                .findFirst()
                .orElse(null);
    }

    private NavigableMap<Integer, List<Element>> cells(int row) {
        return rows.getOrDefault(row, new TreeMap<>());
    }

    /** A sheet's name as a heading, where a person gave it one and there are others. */
    static boolean isTold(String name, int sheets) {
        return sheets > 1 && !name.matches("(?i)\\s*(sheet|tabelle|feuil|foglio|hoja|arkusz)\\s?\\d*\\s*");
    }

    /** Every sheet that shows something. */
    public static void tell(Map<String, SheetGrid> sheets, Contents contents) throws NotReadException {
        for (Map.Entry<String, SheetGrid> sheet : sheets.entrySet()) {
            if (isTold(sheet.getKey(), sheets.size())) {
                contents.add(new Heading(sheet.getKey().strip(), Place.NOWHERE));
            }
            contents.addAll(sheet.getValue().elements());
        }
    }
}
