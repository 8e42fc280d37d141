package org.sealpost.reading.structure.opendocument;

import java.util.List;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.structure.story.Prompts;
import org.sealpost.reading.structure.xml.Xml;

/** Word's legacy form fields as LibreOffice writes them into OpenDocument: field marks with parameters. */
final class OpenDocumentMarks {
    private OpenDocumentMarks() {}

    static boolean isForm(Xml mark) {
        return mark.get("type").contains(".FORM");
    }

    static Field field(Xml mark, String shown) {
        String name = mark.get("name").startsWith("__Fieldmark__") ? "" : mark.get("name");
        String help = parameter(mark, "Description");
        String type = mark.get("type");
        if (type.endsWith("CHECKBOX")) {
            boolean on = parameter(mark, "Checkbox_Checked").equals("true");
            return Field.of(name, help, Boolean.toString(on), Kind.TICK, Method.LEGACY_FIELD);
        }
        if (type.endsWith("DROPDOWN")) {
            List<Xml> entries = mark.children("param").stream()
                    .filter(p -> p.get("name").equals("Dropdown_ListEntry"))
                    .toList();
            String chosen = parameter(mark, "Dropdown_Selected");
            String value = chosen.matches("\\d{1,4}") && Integer.parseInt(chosen) < entries.size()
                    ? entries.get(Integer.parseInt(chosen)).get("value")
                    : "";
            return Field.of(name, help, value, Kind.CHOICE, Method.LEGACY_FIELD);
        }
        Kind kind = type.endsWith("DATE") ? Kind.DATE : Kind.TEXT;
        return Field.of(name, help, Prompts.answer(shown, ""), kind, Method.LEGACY_FIELD);
    }

    private static String parameter(Xml mark, String name) {
        return mark.children("param").stream()
                .filter(p -> p.get("name").equals(name))
                .map(p -> p.get("value"))
                .findFirst()
                .orElse("");
    }
}
