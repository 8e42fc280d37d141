package org.sealpost.reading.structure.word;

import static org.sealpost.reading.structure.office.OfficeMarkup.on;
import static org.sealpost.reading.structure.word.WordStyles.value;

import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.structure.story.Prompts;
import org.sealpost.reading.structure.xml.Xml;

/** Content controls (17.5.2) as fields. */
final class WordControls {
    private final WordBindings bindings;

    WordControls(WordBindings bindings) {
        this.bindings = bindings;
    }

    /** True for a control that only groups: it holds controls, tables or legacy fields of its own, or a picture. */
    static boolean isContainer(Xml control) {
        Xml content = control.child("sdtContent");
        Xml properties = control.child("sdtPr");
        return content != null
                && (content.holds("sdt")
                        || content.holds("tbl")
                        || content.holds("ffData")
                        || properties != null
                                && (properties.child("picture") != null
                                        || properties.child("docPartObj") != null
                                        || properties.child("group") != null));
    }

    /** @param shown its text as it stands, without what is styled as a prompt */
    Field field(Xml control, String shown) {
        Xml properties = control.child("sdtPr");
        String tag = value(properties, "tag");
        String alias = value(properties, "alias");
        String bound = bindings.answer(properties == null ? null : properties.child("dataBinding"));
        Xml box = properties == null ? null : properties.child("checkbox");
        if (box != null) {
            Xml checked = box.child("checked");
            return Field.of(tag, alias, Boolean.toString(on(checked)), Kind.TICK, Method.CONTENT_CONTROL);
        }
        boolean prompt = properties != null && on(properties.child("showingPlcHdr"));
        String answer = prompt ? "" : Prompts.answer(shown, "");
        String value = answer.isEmpty() ? displayed(properties, bound) : answer;
        return Field.of(tag, alias, value, kind(properties), Method.CONTENT_CONTROL);
    }

    private static Kind kind(@Nullable Xml properties) {
        if (properties == null) {
            return Kind.TEXT;
        }
        if (properties.child("date") != null) {
            return Kind.DATE;
        }
        return properties.child("dropDownList") != null || properties.child("comboBox") != null
                ? Kind.CHOICE
                : Kind.TEXT;
    }

    /** A list's store has the chosen entry's value, people see its text; a store's date has a time that nobody wrote. */
    private static String displayed(@Nullable Xml properties, String bound) {
        for (String list : new String[] {"dropDownList", "comboBox"}) {
            Xml entries = properties == null ? null : properties.child(list);
            if (entries != null) {
                return entries.children("listItem").stream()
                        .filter(e -> e.get("value").equals(bound))
                        .map(e -> e.get("displayText").isEmpty() ? e.get("value") : e.get("displayText"))
                        .findFirst()
                        .orElse(bound);
            }
        }
        return kind(properties) == Kind.DATE ? bound.replaceFirst("T\\d.*$", "") : bound;
    }
}
