package org.sealpost.reading.structure.opendocument;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.xml.Xml;

/** What OpenDocument's styles, common and automatic ones, say of headings, bold, hidden text and symbol fonts. */
final class OpenDocumentStyles {
    private static final int LONGEST_CHAIN = 20;

    private final Map<String, Xml> styles = new HashMap<>();

    /** @param common null where the file has none */
    OpenDocumentStyles(@Nullable Xml common, Xml content) {
        if (common != null && common != content) {
            collect(common.child("styles"));
            // Of headers and footers; the body's own, of the same names, are put over them.
            collect(common.child("automatic-styles"));
        }
        collect(content.child("styles"));
        collect(content.child("automatic-styles"));
    }

    private void collect(@Nullable Xml group) {
        if (group != null) {
            for (Xml style : group.children("style")) {
                styles.put(style.get("family") + " " + style.get("name"), style);
            }
        }
    }

    boolean isHeading(String paragraphStyle) {
        String id = paragraphStyle;
        for (int i = 0; i < LONGEST_CHAIN && !id.isEmpty(); i++) {
            Xml style = styles.get("paragraph " + id);
            String name = style != null && style.has("display-name") ? style.get("display-name") : id;
            String lower = name.replace("_20_", " ").toLowerCase(Locale.ROOT);
            if (lower.startsWith("heading") || lower.equals("title") || lower.equals("subtitle")) {
                return true;
            }
            id = style == null ? "" : style.get("parent-style-name");
        }
        return false;
    }

    /** @param family {@code paragraph} or {@code text} */
    boolean isBold(String family, String style, boolean otherwise) {
        String weight = property(family, style, "font-weight");
        return weight.isEmpty() ? otherwise : weight.equals("bold") || weight.matches("[6-9]00");
    }

    boolean isHidden(String family, String style) {
        return property(family, style, "display").equals("none");
    }

    /** Of a whole sheet. */
    boolean isHiddenTable(String style) {
        Xml at = styles.get("table " + style);
        Xml properties = at == null ? null : at.child("table-properties");
        return properties != null && properties.get("display").equals("false");
    }

    /** The font that a style sets, empty where it sets none. */
    String font(String family, String style) {
        String font = property(family, style, "font-name");
        return font.isEmpty() ? property(family, style, "font-family") : font;
    }

    private String property(String family, String style, String name) {
        String id = style;
        for (int i = 0; i < LONGEST_CHAIN && !id.isEmpty(); i++) {
            Xml at = styles.get(family + " " + id);
            Xml properties = at == null ? null : at.child("text-properties");
            if (properties != null && properties.has(name)) {
                return properties.get(name);
            }
            id = at == null ? "" : at.get("parent-style-name");
        }
        return "";
    }
}
