package org.sealpost.reading.structure.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.story.Story;

/** The fields of a web form that was saved with its answers, and the labels that belong to them. */
final class HtmlFields {
    private static final Set<String> SILENT =
            Set.of("hidden", "submit", "button", "reset", "image", "password", "file");

    private final Map<String, Element> labels = new HashMap<>();
    private final Set<Element> told = new HashSet<>();

    HtmlFields(Document document) {
        Set<String> ids = new HashSet<>();
        for (Element field : document.select("input[id], textarea[id], select[id]")) {
            if (!isSilent(field)) {
                ids.add(field.id());
            }
        }
        for (Element label : document.select("label")) {
            if (ids.contains(label.attr("for"))) {
                labels.putIfAbsent(label.attr("for"), label);
            }
        }
    }

    private static boolean isSilent(Element field) {
        return SILENT.contains(field.attr("type").toLowerCase(Locale.ROOT));
    }

    boolean isToldByItsField(Element label) {
        return labels.get(label.attr("for")) == label
                || !label.select("input, textarea, select").isEmpty();
    }

    void add(Element field, Story story) throws NotReadException {
        if (isSilent(field) || !told.add(field)) {
            return;
        }
        String name = field.attr("name").isEmpty() ? field.id() : field.attr("name");
        String label = label(field);
        switch (field.normalName()) {
            case "textarea" -> story.field(of(name, label, field.wholeText().strip(), Kind.TEXT));
            case "select" -> {
                String chosen = field.select("option[selected]").stream()
                        .filter(o -> !(o.hasAttr("value") && o.attr("value").isEmpty()))
                        .map(o -> o.text().strip())
                        .collect(Collectors.joining(", "));
                story.field(of(name, label, chosen, Kind.CHOICE));
            }
            default -> story.field(input(field, name, label));
        }
    }

    private static Field input(Element field, String name, String label) {
        String value = field.attr("value").strip();
        return switch (field.attr("type").toLowerCase(Locale.ROOT)) {
            case "checkbox", "radio" -> {
                String of = label.isEmpty() && !value.equalsIgnoreCase("on") ? value : label;
                yield of(name, of, Boolean.toString(field.hasAttr("checked")), Kind.TICK);
            }
            case "date" -> of(name, label, value, Kind.DATE);
            default -> of(name, label, value, Kind.TEXT);
        };
    }

    private static Field of(String name, String label, String value, Kind kind) {
        return Field.of(name, label, value, kind, Method.CONTENT_CONTROL);
    }

    private String label(Element field) {
        Element label = field.id().isEmpty() ? null : labels.get(field.id());
        if (label == null) {
            label = field.closest("label");
        }
        if (label == null) {
            return field.attr("aria-label").isEmpty() ? field.attr("title") : field.attr("aria-label");
        }
        Element bare = label.clone();
        bare.select("input, textarea, select").remove();
        return bare.text().strip();
    }
}
