package org.sealpost.reading.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.sealpost.reading.corpus.Item.Box;
import org.sealpost.reading.corpus.Item.Cell;
import org.sealpost.reading.corpus.Item.Kind;
import org.sealpost.reading.corpus.Item.Piece;
import org.sealpost.reading.corpus.Item.Print;

/** A spreadsheet that serves as a form. */
final class Workbook {
    private final Sheet sheet;
    private final CellStyle bold;
    private int rows;

    private Workbook(XSSFWorkbook book) {
        sheet = book.createSheet("Form");
        bold = book.createCellStyle();
        Font font = book.createFont();
        font.setBold(true);
        bold.setFont(font);
    }

    static byte[] draw(Form form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            form.items().forEach(new Workbook(book)::item);
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    private void item(Item item) {
        if (item instanceof Item.Title title) {
            put(row(), 0, new Print(title.text(), true));
        } else if (item instanceof Item.Heading heading) {
            rows++;
            put(row(), 0, new Print(heading.text(), true));
        } else if (item instanceof Item.Note note) {
            put(row(), 0, new Print(note.text(), false));
        } else if (item instanceof Item.Line line) {
            Row row = row();
            for (int i = 0; i < line.pieces().size(); i++) {
                put(row, i, line.pieces().get(i));
            }
        } else if (item instanceof Item.Table table) {
            table.rows().forEach(this::cells);
        }
    }

    private Row row() {
        return sheet.createRow(rows++);
    }

    private void cells(List<Cell> cells) {
        Row row = row();
        int column = 0;
        for (Cell cell : cells) {
            put(row, column, cell.piece());
            if (cell.span() > 1) {
                sheet.addMergedRegion(
                        new CellRangeAddress(row.getRowNum(), row.getRowNum(), column, column + cell.span() - 1));
            }
            column += cell.span();
        }
    }

    private void put(Row row, int column, Piece piece) {
        org.apache.poi.ss.usermodel.Cell cell = row.createCell(column);
        if (piece instanceof Print print) {
            cell.setCellValue(print.text());
            if (print.bold()) {
                cell.setCellStyle(bold);
            }
        } else if (piece instanceof Box box) {
            String text = box.kind() == Kind.TICK ? box.ticked() ? "x" : "" : box.answer();
            if (!text.isEmpty()) {
                cell.setCellValue(text);
            }
        }
    }
}
