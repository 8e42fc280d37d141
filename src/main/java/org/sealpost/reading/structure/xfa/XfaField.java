package org.sealpost.reading.structure.xfa;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.structure.story.Prompts;
import org.sealpost.reading.structure.xml.Xml;

/** One field of an XFA template: what it says of itself, and what the data's text means in it. */
record XfaField(Xml field) {
    /** What it asks with. */
    enum Control {
        ANSWER,
        TICK,
        /** A button, a picture, a signature. */
        NONE
    }

    Control control() {
        Xml ui = field.child("ui");
        if (ui == null) {
            return Control.ANSWER;
        }
        if (ui.child("checkButton") != null) {
            return Control.TICK;
        }
        boolean none = ui.child("button") != null
                || ui.child("signature") != null
                || ui.child("imageEdit") != null
                || ui.child("barcode") != null
                || ui.child("passwordEdit") != null;
        return none ? Control.NONE : Control.ANSWER;
    }

    Kind kind() {
        if (control() == Control.TICK) {
            return Kind.TICK;
        }
        Xml ui = field.child("ui");
        boolean date = ui != null && ui.child("dateTimeEdit") != null;
        return date ? Kind.DATE : ui != null && ui.child("choiceList") != null ? Kind.CHOICE : Kind.TEXT;
    }

    /** The data's text is the state of being on, which is the first of its items. */
    boolean isOn(String data) {
        List<String> items = items(false);
        return !data.isEmpty() && data.equals(items.isEmpty() ? "1" : items.get(0));
    }

    /** What people see of it: of a choice the entry for what the data keeps. */
    String answer(String data) {
        List<String> shown = items(false);
        List<String> kept = items(true);
        List<String> answers = new ArrayList<>();
        if (kind() != Kind.CHOICE || kept.isEmpty()) {
            return Prompts.answer(data, kind() == Kind.CHOICE && !shown.isEmpty() ? shown.get(0) : "");
        }
        for (String value : data.split("\\n")) {
            int at = kept.indexOf(value.strip());
            answers.add(at >= 0 && at < shown.size() ? shown.get(at) : value.strip());
        }
        return Prompts.answer(String.join(", ", answers), shown.isEmpty() ? "" : shown.get(0));
    }

    private List<String> items(boolean kept) {
        return field.children("items").stream()
                .filter(i -> i.get("save").equals("1") == kept
                        || !kept && field.children("items").size() == 1)
                .findFirst()
                .map(i -> i.children().stream().map(Xml::text).toList())
                .orElse(List.of());
    }

    Field read(String path, String value) {
        return new Field(path, tooltip(), caption(field), value, kind(), Method.XFA, Place.NOWHERE);
    }

    /** What is printed with it. */
    static String caption(Xml of) {
        Xml caption = of.child("caption");
        return caption == null || isUnseen(caption) ? "" : shown(caption.child("value"));
    }

    private String tooltip() {
        Xml tooltip = field.down("assist", "toolTip");
        return tooltip == null ? "" : XfaText.of(tooltip);
    }

    /** The text of a template's value element. */
    static String shown(@Nullable Xml value) {
        return value == null || !(value.holds("text") || value.holds("exData")) ? "" : XfaText.of(value);
    }

    static boolean isUnseen(Xml element) {
        String presence = element.get("presence");
        return presence.equals("hidden") || presence.equals("inactive") || presence.equals("invisible");
    }
}
