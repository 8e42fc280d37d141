package org.sealpost.reading.structure.sheet;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.sealpost.reading.structure.container.OleInners;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;

/** Excel's old binary files (.xls): every cell as it is displayed. Hidden sheets and rows and comments are left out. */
public final class OldSheetsReader implements FormatReader {
    private final CellFormat format = new CellFormat();

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals("application/vnd.ms-excel");
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        Allowance allowance = new Allowance(contents.budget().limits());
        Map<String, SheetGrid> sheets = new LinkedHashMap<>();
        try (POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(part.bytes()));
                HSSFWorkbook book = new HSSFWorkbook(ole)) {
            OleInners.list(ole.getRoot(), contents);
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                if (!book.isSheetHidden(i) && !book.isSheetVeryHidden(i)) {
                    SheetGrid grid = grid(book, book.getSheetAt(i), allowance);
                    if (!grid.isEmpty()) {
                        sheets.put(book.getSheetName(i), grid);
                    }
                }
            }
        }
        SheetGrid.tell(sheets, contents);
    }

    private SheetGrid grid(HSSFWorkbook book, HSSFSheet sheet, Allowance allowance) throws NotReadException {
        SheetGrid grid = new SheetGrid(allowance);
        boolean from1904 = book.getInternalWorkbook().isUsing1904DateWindowing();
        for (Row row : sheet) {
            if (!row.getZeroHeight()) {
                for (Cell cell : row) {
                    HSSFCellStyle style = ((HSSFCell) cell).getCellStyle();
                    boolean bold = book.getFontAt(style.getFontIndex()).getBold();
                    grid.cell(cell.getRowIndex(), cell.getColumnIndex(), shown((HSSFCell) cell, from1904), bold);
                }
            }
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            grid.merge(merged.getFirstRow(), merged.getFirstColumn(), merged.getLastRow(), merged.getLastColumn());
        }
        return grid;
    }

    private String shown(HSSFCell cell, boolean from1904) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        HSSFCellStyle style = cell.getCellStyle();
        return switch (type) {
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case NUMERIC ->
                format.shown(cell.getNumericCellValue(), style.getDataFormat(), style.getDataFormatString(), from1904);
            default -> "";
        };
    }
}
