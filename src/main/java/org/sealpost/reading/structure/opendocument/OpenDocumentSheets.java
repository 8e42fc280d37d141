package org.sealpost.reading.structure.opendocument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.sheet.SheetGrid;
import org.sealpost.reading.structure.xml.Xml;

/** OpenDocument spreadsheets: every cell as it is displayed. Hidden sheets, rows and columns' comments are left out. */
final class OpenDocumentSheets {
    /** The same text so often side by side was meant for none of these places. */
    private static final int MOST_REPEATED = 100;

    private final OpenDocumentStyles styles;
    private final Contents contents;
    private final Allowance allowance;

    OpenDocumentSheets(OpenDocumentStyles styles, Contents contents) {
        this.styles = styles;
        this.contents = contents;
        this.allowance = new Allowance(contents.budget().limits());
    }

    void read(Xml book) throws NotReadException {
        Map<String, SheetGrid> sheets = new LinkedHashMap<>();
        for (Xml table : book.children("table")) {
            if (!styles.isHiddenTable(table.get("style-name"))) {
                SheetGrid grid = new SheetGrid(allowance);
                new Sheet(grid, new OpenDocumentControls(table)).rows(table);
                if (!grid.isEmpty()) {
                    sheets.put(table.get("name"), grid);
                }
            }
        }
        SheetGrid.tell(sheets, contents);
    }

    private final class Sheet {
        private final SheetGrid grid;
        private final OpenDocumentControls controls;
        private int row;

        Sheet(SheetGrid grid, OpenDocumentControls controls) {
            this.grid = grid;
            this.controls = controls;
        }

        void rows(Xml group) throws NotReadException {
            for (Xml child : group.children()) {
                if (child.is("table-row")) {
                    int repeated = child.count("number-rows-repeated");
                    String visibility = child.get("visibility");
                    if (visibility.isEmpty() || visibility.equals("visible")) {
                        cells(child);
                    }
                    row = Math.min(Integer.MAX_VALUE / 2, row + repeated);
                } else if (child.is("table-header-rows") || child.is("table-rows") || child.is("table-row-group")) {
                    rows(child);
                }
            }
        }

        private void cells(Xml line) throws NotReadException {
            int column = 0;
            for (Xml cell : line.children()) {
                int repeated = cell.count("number-columns-repeated");
                if (cell.is("table-cell")) {
                    for (int i = 0; i < Math.min(repeated, MOST_REPEATED); i++) {
                        cell(cell, column + i);
                    }
                }
                column = Math.min(Integer.MAX_VALUE / 2, column + repeated);
            }
        }

        private void cell(Xml cell, int column) throws NotReadException {
            String text = cell.children("p").stream().map(Sheet::displayed).collect(Collectors.joining("\n"));
            boolean bold = styles.isBold("table-cell", cell.get("style-name"), false);
            grid.cell(row, column, text, bold);
            for (Xml drawn : cell.outermost("control")) {
                Xml control = controls.drawn(drawn.get("control"));
                if (control != null && !control.is("fixed-text")) {
                    grid.field(row, column, OpenDocumentControls.field(control));
                }
            }
            int wide = cell.count("number-columns-spanned");
            int high = cell.count("number-rows-spanned");
            if (wide > 1 || high > 1) {
                grid.merge(row, column, row + high - 1, column + wide - 1);
            }
        }

        private static String displayed(Xml paragraph) {
            List<String> pieces = new ArrayList<>();
            for (Object piece : paragraph.content()) {
                if (piece instanceof Xml element) {
                    switch (element.name()) {
                        case "s", "tab" -> pieces.add(" ");
                        case "line-break" -> pieces.add("\n");
                        case "annotation" -> {}
                        default -> pieces.add(element.text());
                    }
                } else {
                    pieces.add(piece.toString());
                }
            }
            return String.join("", pieces);
        }
    }
}
