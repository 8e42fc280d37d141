package org.sealpost.reading.structure.word;

import static org.sealpost.reading.structure.office.OfficeMarkup.on;
import static org.sealpost.reading.structure.word.WordStyles.value;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.structure.story.Prompts;
import org.sealpost.reading.structure.xml.Xml;

/**
 * Word's legacy form field under way (17.16.18): begin, instruction, separate, result, end; other fields may lie in it,
 * and its result may go over several paragraphs.
 */
final class WordFormField {
    private @Nullable Xml data;
    private final StringBuilder result = new StringBuilder();
    private boolean inInstruction;
    private int nested;

    boolean isOpen() {
        return data != null;
    }

    void append(String more) {
        if (!inInstruction) {
            result.append(more);
        }
    }

    /** @return the field, when it ends */
    @Nullable Field character(Xml character) {
        Xml open = data;
        switch (character.get("fldCharType")) {
            case "begin" -> {
                if (open != null) {
                    nested++;
                } else {
                    data = character.child("ffData");
                    inInstruction = true;
                    result.setLength(0);
                }
            }
            case "separate" -> inInstruction &= nested > 0;
            case "end" -> {
                if (nested > 0) {
                    nested--;
                } else if (open != null) {
                    data = null;
                    return field(open, result.toString());
                }
            }
            default -> {}
        }
        return null;
    }

    private static Field field(Xml data, String shown) {
        String name = value(data, "name");
        String help = value(data, "statusText").isEmpty() ? value(data, "helpText") : value(data, "statusText");
        Xml box = data.child("checkBox");
        if (box != null) {
            Xml checked = box.child("checked") == null ? box.child("default") : box.child("checked");
            return Field.of(name, help, Boolean.toString(on(checked)), Kind.TICK, Method.LEGACY_FIELD);
        }
        Xml list = data.child("ddList");
        if (list != null) {
            return Field.of(name, help, chosen(list), Kind.CHOICE, Method.LEGACY_FIELD);
        }
        Xml input = data.child("textInput");
        String value = Prompts.answer(shown, value(input, "default"));
        Kind kind = value(input, "type").equals("date") ? Kind.DATE : Kind.TEXT;
        return Field.of(name, help, value, kind, Method.LEGACY_FIELD);
    }

    /** Without a result the first entry stands, which nobody may have chosen: no answer. */
    private static String chosen(Xml list) {
        List<Xml> entries = list.children("listEntry");
        String result = value(list, "result");
        return result.matches("\\d{1,4}") && Integer.parseInt(result) < entries.size()
                ? entries.get(Integer.parseInt(result)).get("val")
                : "";
    }
}
