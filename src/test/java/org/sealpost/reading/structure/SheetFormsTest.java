package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks used as forms. */
class SheetFormsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.xls"})
    void aSheetIsItsTablesAsDisplayed(String name) throws IOException {
        try (Workbook book = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook()) {
            Sheet form = book.createSheet("Report form");
            Font bold = book.createFont();
            bold.setBold(true);
            CellStyle heading = book.createCellStyle();
            heading.setFont(bold);
            put(form, 0, 0, "Suspect").setCellStyle(heading);
            put(form, 2, 0, "Name");
            put(form, 2, 2, "Dale Winterburn");
            form.addMergedRegion(new CellRangeAddress(2, 2, 2, 4));
            put(form, 3, 0, "DoB");
            date(book, form, 3, 2, 14);
            put(form, 3, 3, "Age");
            form.getRow(3).createCell(4).setCellValue(36);
            put(form, 4, 0, "Mobile");
            form.getRow(4).createCell(2).setCellValue(447700900033d);
            comment(book, form);
            put(form, 6, 0, "Reg");
            put(form, 6, 1, "AB12 CDE");
            put(form, 7, 0, "secret");
            form.getRow(7).setZeroHeight(true);
            put(book.createSheet("Lists"), 0, 0, "choices");
            book.setSheetHidden(1, true);
            put(book.createSheet("Notes"), 0, 0, "Seen twice");
            assertThat(Shown.of(name, bytes(book)))
                    .containsExactly(
                            "# Report form",
                            "# Suspect",
                            "| Name | <3>Dale Winterburn |",
                            "| DoB | 01/02/1990 | Age | 36 |",
                            "| Mobile | 447700900033 |  |  |",
                            "| Reg | AB12 CDE |",
                            "# Notes",
                            "Seen twice");
        }
    }

    @Test
    void tickBoxesLieInTheirCells() {
        String r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        files.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='" + r + "'><sheets><sheet name='Form' sheetId='1' r:id='r0'/></sheets></workbook>");
        files.put("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"));
        files.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns:r='" + r
                        + "' xmlns:mc='mc'><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>Known how</t>"
                        + "</is></c></row></sheetData><mc:AlternateContent><mc:Choice><controls><mc:AlternateContent><mc:Choice>"
                        + "<control shapeId='7' r:id='r0' name='Check Box 1'><controlPr><anchor><from><col>1</col><row>0</row>"
                        + "</from></anchor></controlPr></control></mc:Choice></mc:AlternateContent></controls></mc:Choice>"
                        + "</mc:AlternateContent></worksheet>");
        files.put(
                "xl/worksheets/_rels/sheet1.xml.rels",
                relations("ctrlProp", "../ctrlProps/one.xml", "drawing", "../drawings/one.xml"));
        files.put("xl/ctrlProps/one.xml", "<formControlPr objectType='CheckBox' checked='Checked'/>");
        files.put(
                "xl/drawings/one.xml",
                "<d><sp><nvSpPr><cNvPr id='7'/></nvSpPr><txBody><p><r><t>Told by the child</t></r></p></txBody></sp></d>");
        assertThat(Shown.of("a.xlsx", Shown.zip(files)))
                .containsExactly("| Known how | [tick Check Box 1,Told by the child=true] |");
    }

    @Test
    void separatedValuesAreATable() {
        assertThat(Shown.of(
                        "a.csv",
                        "Name,\"DoB\"\r\n\"Winterburn, Dale\",1/2/1990\r\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .containsExactly("| Name | DoB |", "| Winterburn, Dale | 1/2/1990 |");
    }

    private static String relations(String... kindsAndTargets) {
        StringBuilder all = new StringBuilder("<Relationships>");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            all.append("<Relationship Id='r")
                    .append(i / 2)
                    .append("' Type='http://x/")
                    .append(kindsAndTargets[i])
                    .append("' Target='")
                    .append(kindsAndTargets[i + 1])
                    .append("'/>");
        }
        return all.append("</Relationships>").toString();
    }

    private static Cell put(Sheet sheet, int row, int column, String text) {
        Row at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        Cell cell = at.createCell(column);
        cell.setCellValue(text);
        return cell;
    }

    private static void date(Workbook book, Sheet sheet, int row, int column, int format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat((short) format);
        Cell cell = sheet.getRow(row).createCell(column);
        cell.setCellValue(LocalDate.of(1990, 2, 1));
        cell.setCellStyle(style);
    }

    private static void comment(Workbook book, Sheet sheet) {
        ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
        sheet.getRow(2).getCell(2).setCellComment(sheet.createDrawingPatriarch().createCellComment(anchor));
        sheet.getRow(2)
                .getCell(2)
                .getCellComment()
                .setString(book.getCreationHelper().createRichTextString("a remark"));
    }

    private static byte[] bytes(Workbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }
}
