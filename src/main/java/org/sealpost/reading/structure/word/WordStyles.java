package org.sealpost.reading.structure.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.office.OfficeMarkup;
import org.sealpost.reading.structure.xml.Xml;

/** What a Word file's styles (17.7) say of headings, bold and prompts. Their ids are anybody's choice; their names are not. */
final class WordStyles {
    private static final int LONGEST_CHAIN = 20;

    private final Map<String, Xml> styles = new HashMap<>();

    WordStyles(@Nullable Xml root) {
        if (root != null) {
            root.children("style").forEach(style -> styles.putIfAbsent(style.get("styleId"), style));
        }
    }

    boolean isHeading(@Nullable Xml paragraphProperties) {
        String id = value(paragraphProperties, "pStyle");
        if (paragraphProperties != null && isLevel(paragraphProperties.child("outlineLvl"))) {
            return true;
        }
        for (int i = 0; i < LONGEST_CHAIN && !id.isEmpty(); i++) {
            Xml style = styles.get(id);
            String name = (style == null ? id : value(style, "name")).toLowerCase(Locale.ROOT);
            if (name.startsWith("heading") || name.equals("title") || name.equals("subtitle")) {
                return true;
            }
            if (style != null && isLevel(style.down("pPr", "outlineLvl"))) {
                return true;
            }
            id = style == null ? "" : value(style, "basedOn");
        }
        return false;
    }

    private static boolean isLevel(@Nullable Xml outline) {
        return outline != null && outline.get("val").matches("[0-8]");
    }

    /** Whether text without formatting of its own is bold in that paragraph. */
    boolean isBold(@Nullable Xml paragraphProperties) {
        String id = value(paragraphProperties, "pStyle");
        return toggled(id, "b") || id.equalsIgnoreCase("TableHeading");
    }

    /** @param paragraph whether its paragraph is bold */
    boolean isBold(@Nullable Xml runProperties, boolean paragraph) {
        if (runProperties == null) {
            return paragraph;
        }
        Xml own = runProperties.child("b");
        return own == null ? paragraph || toggled(value(runProperties, "rStyle"), "b") : OfficeMarkup.on(own);
    }

    boolean isHidden(@Nullable Xml runProperties) {
        if (runProperties == null) {
            return false;
        }
        Xml own = runProperties.child("vanish");
        return own == null ? toggled(value(runProperties, "rStyle"), "vanish") : OfficeMarkup.on(own);
    }

    /** Text of Word's style for prompts, "Placeholder Text". */
    boolean isPrompt(@Nullable Xml runProperties) {
        String id = value(runProperties, "rStyle");
        Xml style = styles.get(id);
        String name = style == null ? id : value(style, "name");
        return name.replace(" ", "").equalsIgnoreCase("PlaceholderText");
    }

    private boolean toggled(String style, String property) {
        String id = style;
        for (int i = 0; i < LONGEST_CHAIN && !id.isEmpty(); i++) {
            Xml at = styles.get(id);
            Xml found = at == null ? null : at.down("rPr", property);
            if (found != null) {
                return OfficeMarkup.on(found);
            }
            id = at == null ? "" : value(at, "basedOn");
        }
        return false;
    }

    /** The {@code w:val} of a property, empty where there is none. */
    static String value(@Nullable Xml parent, String property) {
        Xml found = parent == null ? null : parent.child(property);
        return found == null ? "" : found.get("val");
    }
}
