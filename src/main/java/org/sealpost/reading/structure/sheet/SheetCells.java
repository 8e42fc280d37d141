package org.sealpost.reading.structure.sheet;

import java.util.List;
import org.sealpost.reading.structure.office.OfficeMarkup;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.xml.Xml;

/** The cells of one sheet of SpreadsheetML (18.3). */
final class SheetCells {
    private static final int WIDEST = 16_384;
    private static final int LONGEST = 1_048_576;

    private final SheetGrid grid;
    private final List<String> strings;
    private final SheetStyles styles;

    SheetCells(SheetGrid grid, List<String> strings, SheetStyles styles) {
        this.grid = grid;
        this.strings = strings;
        this.styles = styles;
    }

    void read(Xml sheet) throws NotReadException {
        Xml data = sheet.child("sheetData");
        int row = -1;
        for (Xml line : data == null ? List.<Xml>of() : data.children("row")) {
            row = line.get("r").matches("[1-9]\\d{0,6}") ? Integer.parseInt(line.get("r")) - 1 : row + 1;
            if (!OfficeMarkup.isOn(line.get("hidden"))) {
                cells(line, row);
            }
        }
        Xml merges = sheet.child("mergeCells");
        for (Xml merged : merges == null ? List.<Xml>of() : merges.children("mergeCell")) {
            String[] corners = merged.get("ref").split(":", 2);
            int[] first = place(corners[0]);
            int[] last = place(corners[corners.length - 1]);
            if (first.length == 2 && last.length == 2) {
                grid.merge(first[0], first[1], last[0], last[1]);
            }
        }
    }

    private void cells(Xml line, int row) throws NotReadException {
        int column = -1;
        for (Xml cell : line.children("c")) {
            int[] place = place(cell.get("r"));
            column = place.length == 2 ? place[1] : column + 1;
            int style = number(cell.get("s"));
            grid.cell(row, column, shown(cell, style), styles.isBold(style));
        }
    }

    private String shown(Xml cell, int style) {
        Xml value = cell.child("v");
        String text = value == null ? "" : value.text();
        return switch (cell.get("t")) {
            case "s" -> {
                int number = number(text);
                yield number < strings.size() && !text.isBlank() ? strings.get(number) : "";
            }
            case "inlineStr" -> {
                Xml inline = cell.child("is");
                yield inline == null ? "" : rich(inline);
            }
            case "b" -> text.equals("1") ? "TRUE" : text.isEmpty() ? "" : "FALSE";
            case "e" -> "";
            case "str" -> text;
            case "d" -> text.replaceFirst("T00:00:00.*$", "");
            default -> text.isBlank() ? "" : styles.shown(text.strip(), style);
        };
    }

    /** A string in runs, without the reading aids beside it. */
    static String rich(Xml string) {
        StringBuilder text = new StringBuilder();
        for (Xml piece : string.children()) {
            if (piece.is("t")) {
                text.append(piece.text());
            } else if (piece.is("r")) {
                piece.children("t").forEach(t -> text.append(t.text()));
            }
        }
        return text.toString();
    }

    /** Row and column of {@code B7}, from 0; nothing where it is none. */
    private static int[] place(String reference) {
        if (!reference.matches("[A-Z]{1,3}[1-9]\\d{0,6}")) {
            return new int[0];
        }
        int column = 0;
        int i = 0;
        for (; Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        int row = Integer.parseInt(reference.substring(i));
        return column > WIDEST || row > LONGEST ? new int[0] : new int[] {row - 1, column - 1};
    }

    static int number(String written) {
        return written.strip().matches("\\d{1,8}") ? Integer.parseInt(written.strip()) : 0;
    }
}
