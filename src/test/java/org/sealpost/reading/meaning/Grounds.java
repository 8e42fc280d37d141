package org.sealpost.reading.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Element;

/** What every reading owes: evidence for each value, whose pointer resolves and whose text stands in the document. */
public final class Grounds {
    private Grounds() {}

    public static List<String> missing(JsonNode reading, List<Document> documents) {
        List<String> problems = new ArrayList<>();
        Set<String> proved = new HashSet<>();
        for (JsonNode e : reading.at("/meta/evidence")) {
            String pointer = e.get("pointer").asText();
            if (!reading.at(pointer).isValueNode()) {
                problems.add("nothing at " + pointer);
            }
            proved.add(pointer);
            String text = bare(e.get("text").asText());
            if (!text(documents.get(e.get("document").asInt())).contains(text)) {
                problems.add("does not stand in the document: " + text);
            }
        }
        List<String> values = new ArrayList<>();
        values(reading.at("/data/attributes"), "/data/attributes", values);
        for (int i = 0; i < reading.get("included").size(); i++) {
            JsonNode resource = reading.get("included").get(i);
            if (!resource.get("type").asText().equals("submission")) {
                values(resource.get("attributes"), "/included/" + i + "/attributes", values);
            }
        }
        values.stream().filter(v -> !proved.contains(v)).forEach(v -> problems.add("no evidence for " + v));
        return problems;
    }

    private static void values(JsonNode node, String pointer, List<String> values) {
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(n -> values(node.get(n), pointer + "/" + n, values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                values(node.get(i), pointer + "/" + i, values);
            }
        } else {
            values.add(pointer);
        }
    }

    private static String text(Document document) {
        StringBuilder all = new StringBuilder();
        for (Element element : document.elements()) {
            if (element instanceof Element.Heading h) {
                all.append(h.text()).append(' ');
            } else if (element instanceof Element.Line l) {
                all.append(l.text()).append(' ');
            } else if (element instanceof Element.Field f) {
                field(all, f);
            } else if (element instanceof Element.Table t) {
                t.rows().forEach(r -> r.cells().forEach(c -> {
                    all.append(c.text()).append(' ');
                    c.fields().forEach(f -> field(all, f));
                }));
            }
        }
        return bare(all.toString());
    }

    private static void field(StringBuilder all, Element.Field f) {
        all.append(f.name() + ' ' + f.label() + ' ' + f.nearby() + ' ' + f.value() + ' ');
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
