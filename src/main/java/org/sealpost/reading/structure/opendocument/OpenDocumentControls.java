package org.sealpost.reading.structure.opendocument;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.structure.xml.Xml;

/** OpenDocument's form controls (part 3, 13), which lie apart from the text and are drawn in it by their id. */
final class OpenDocumentControls {
    private static final Set<String> SILENT =
            Set.of("button", "image", "hidden", "password", "generic-control", "grid");

    private final Map<String, Xml> controls = new HashMap<>();

    OpenDocumentControls(Xml story) {
        for (Xml forms : story.outermost("forms")) {
            collect(forms);
        }
    }

    private void collect(Xml group) {
        for (Xml control : group.children()) {
            if (control.is("form")) {
                collect(control);
            } else if (control.has("id")) {
                controls.put(control.get("id"), control);
            }
        }
    }

    /** The control that is drawn, null where it holds no answer and no text. */
    @Nullable Xml drawn(String id) {
        Xml control = controls.get(id);
        return control == null || SILENT.contains(control.name()) ? null : control;
    }

    static Field field(Xml control) {
        String name = control.get("name");
        String help = control.get("title");
        return switch (control.name()) {
            case "checkbox", "radio" -> {
                boolean on = first(control, "current-state", "state").equals("checked")
                        || first(control, "current-selected", "selected").equals("true");
                yield Field.of(
                        name,
                        first(control, "label", "title"),
                        Boolean.toString(on),
                        Kind.TICK,
                        Method.CONTENT_CONTROL);
            }
            case "listbox" -> Field.of(name, help, chosen(control), Kind.CHOICE, Method.CONTENT_CONTROL);
            case "combobox" -> Field.of(name, help, value(control), Kind.CHOICE, Method.CONTENT_CONTROL);
            case "date" -> Field.of(name, help, value(control), Kind.DATE, Method.CONTENT_CONTROL);
            default -> Field.of(name, help, value(control), Kind.TEXT, Method.CONTENT_CONTROL);
        };
    }

    private static String value(Xml control) {
        String value = first(control, "current-value", "value");
        if (value.isEmpty()) {
            List<Xml> paragraphs = control.children("p");
            return paragraphs.stream().map(Xml::text).collect(Collectors.joining("\n"));
        }
        return value;
    }

    private static String chosen(Xml list) {
        return list.children("option").stream()
                .filter(o -> first(o, "current-selected", "selected").equals("true"))
                .map(o -> first(o, "label", "value"))
                .collect(Collectors.joining(", "));
    }

    /** What a person made of it comes before what it was made with. */
    private static String first(Xml element, String attribute, String otherwise) {
        return element.has(attribute) ? element.get(attribute) : element.get(otherwise);
    }
}
