package org.sealpost.reading.structure.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.container.InMemoryZip;
import org.sealpost.reading.structure.office.OfficeMarkup;
import org.sealpost.reading.structure.office.OfficePackage;
import org.sealpost.reading.structure.office.OfficePackage.Relation;
import org.sealpost.reading.structure.office.OfficeTypes;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.reading.structure.xml.Xml;

/**
 * Excel's workbooks (ECMA-376 part 1, SpreadsheetML) by their own XML and from memory: every cell as it is displayed, form
 * controls at the cell where they lie. Hidden sheets, rows and columns and comments are left out.
 */
public final class SheetsReader implements FormatReader {
    private final CellFormat format = new CellFormat();

    @Override
    public boolean reads(String mediaType) {
        return OfficeTypes.isSheet(mediaType);
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        try (ZipFile zip = InMemoryZip.open(part.bytes())) {
            OfficePackage office = new OfficePackage(zip, contents);
            String main = office.main("xl/workbook.xml");
            office.listInners(main.substring(0, main.lastIndexOf('/') + 1));
            Xml book = office.part(main);
            List<Relation> relations = office.relations(main);
            Map<String, String> targets = OfficePackage.byId(relations);
            Xml properties = book.child("workbookPr");
            boolean from1904 = properties != null && OfficeMarkup.isOn(properties.get("date1904"));
            SheetStyles styles =
                    new SheetStyles(optional(office, OfficePackage.first(relations, "styles")), format, from1904);
            List<String> strings = strings(optional(office, OfficePackage.first(relations, "sharedStrings")));
            Allowance allowance = new Allowance(contents.budget().limits());
            Map<String, SheetGrid> sheets = new LinkedHashMap<>();
            Xml list = book.child("sheets");
            for (Xml sheet : list == null ? List.<Xml>of() : list.children("sheet")) {
                String target = targets.getOrDefault(sheet.get(Xml.RELATION), "");
                Xml root = sheet.get("state").isEmpty() || sheet.get("state").equals("visible")
                        ? office.optional(target)
                        : null;
                if (root != null) {
                    SheetGrid grid = new SheetGrid(allowance);
                    new SheetCells(grid, strings, styles).read(root);
                    SheetControls.read(office, target, root, grid);
                    if (!grid.isEmpty()) {
                        sheets.put(sheet.get("name"), grid);
                    }
                }
            }
            SheetGrid.tell(sheets, contents);
        }
    }

    private static @Nullable Xml optional(OfficePackage office, @Nullable String name) throws Exception {
        return name == null ? null : office.optional(name);
    }

    private static List<String> strings(@Nullable Xml root) {
        List<String> strings = new ArrayList<>();
        if (root != null) {
            root.children("si").forEach(si -> strings.add(SheetCells.rich(si)));
        }
        return strings;
    }
}
