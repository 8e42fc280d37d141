package org.sealpost.reading.structure.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.office.OfficeMarkup;
import org.sealpost.reading.structure.xml.Xml;

/** A workbook's cell formats (18.8): which are bold, and how each shows a number. */
final class SheetStyles {
    private final List<Xml> formats = new ArrayList<>();
    private final List<Xml> fonts = new ArrayList<>();
    private final Map<Integer, String> patterns = new HashMap<>();
    private final CellFormat format;
    private final boolean from1904;

    SheetStyles(@Nullable Xml root, CellFormat format, boolean from1904) {
        this.format = format;
        this.from1904 = from1904;
        if (root != null) {
            collect(root.child("cellXfs"), "xf", formats);
            collect(root.child("fonts"), "font", fonts);
            List<Xml> own = new ArrayList<>();
            collect(root.child("numFmts"), "numFmt", own);
            own.forEach(n -> patterns.put(SheetCells.number(n.get("numFmtId")), n.get("formatCode")));
        }
    }

    private static void collect(@Nullable Xml group, String name, List<Xml> into) {
        if (group != null) {
            into.addAll(group.children(name));
        }
    }

    boolean isBold(int style) {
        int font = style < formats.size() ? SheetCells.number(formats.get(style).get("fontId")) : fonts.size();
        return font < fonts.size() && OfficeMarkup.on(fonts.get(font).child("b"));
    }

    String shown(String written, int style) {
        double number;
        try {
            number = Double.parseDouble(written);
        } catch (NumberFormatException e) {
            return written;
        }
        int index =
                style < formats.size() ? SheetCells.number(formats.get(style).get("numFmtId")) : 0;
        String builtIn = index < 164 ? BuiltinFormats.getBuiltinFormat(index) : null;
        String pattern = patterns.getOrDefault(index, builtIn == null ? "" : builtIn);
        return format.shown(number, index, pattern, from1904);
    }
}
