package org.sealpost.reading.meaning.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.sealpost.reading.BareReading;
import org.sealpost.reading.Cover;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.meaning.form.KnownForm;
import org.sealpost.reading.meaning.layout.Span;
import org.sealpost.reading.meaning.vocabulary.Role;

/** Writes what was understood as the JSON:API document. The same input gives the same bytes. For one thread. */
final class ReadingDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_NAME = 400;

    /** How much is written at most; where this is not all, the reading says so. */
    record Limits(int textLength, int evidenceLength, int entities, int evidence) {
        static final Limits WIDE = new Limits(1_000_000, 20_000, 2_000, 20_000);
        static final Limits NARROW = new Limits(200_000, 200, 400, 2_000);
    }

    private final Cover cover;
    private final List<Document> documents;
    private final Understood understood;
    private final Limits limits;
    private final ArrayNode included = NODES.arrayNode();
    private final ArrayNode evidence = NODES.arrayNode();
    private final Map<Entity, ObjectNode> written = new IdentityHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private boolean cut;

    private ReadingDocument(Cover cover, List<Document> documents, Understood understood, Limits limits) {
        this.cover = cover;
        this.documents = documents;
        this.understood = understood;
        this.limits = limits;
    }

    static byte[] write(Cover cover, List<Document> documents, Understood understood, Limits limits) {
        try {
            return JSON.writeValueAsBytes(new ReadingDocument(cover, documents, understood, limits).document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can be written", e);
        }
    }

    private ObjectNode document() {
        ObjectNode root = NODES.objectNode();
        ObjectNode data = root.putObject("data")
                .put("type", "incident")
                .put("id", cover.id().toString());
        ObjectNode attributes = attributes(understood.incident, "/data");
        understood
                .incident
                .related("incidentStartDateTime")
                .forEach(period -> attributes.set(
                        "incidentStartDateTime", values(period, "/data/attributes/incidentStartDateTime")));
        data.set("attributes", attributes);
        ObjectNode relationships = data.putObject("relationships");
        relationships.putObject("submission").putArray("data").add(submission());
        for (Role role : Role.values()) {
            relate(relationships, role.relationship(), understood.of(role));
        }
        root.set("included", included);
        root.set("meta", meta());
        return root;
    }

    private void relate(ObjectNode relationships, String name, List<Entity> entities) {
        ArrayNode identifiers = NODES.arrayNode();
        for (Entity entity : entities) {
            ObjectNode identifier = resource(entity);
            if (identifier != null) {
                identifiers.add(identifier);
            }
        }
        if (!identifiers.isEmpty()) {
            relationships.putObject(name).set("data", identifiers);
        }
    }

    private ObjectNode submission() {
        included.add(BareReading.submission(cover));
        return NODES.objectNode().put("type", "submission").put("id", cover.id().toString());
    }

    @org.jspecify.annotations.Nullable private ObjectNode resource(Entity entity) {
        ObjectNode known = written.get(entity);
        if (known != null) {
            return known.deepCopy();
        }
        if (included.size() >= limits.entities()) {
            cut = true;
            return null;
        }
        if (entity.isEmpty()) {
            return null;
        }
        int number = counts.merge(entity.type, 1, Integer::sum);
        ObjectNode identifier = NODES.objectNode().put("type", entity.type).put("id", entity.type + "-" + number);
        written.put(entity, identifier);
        String pointer = "/included/" + included.size();
        ObjectNode resource = included.addObject();
        resource.setAll(identifier.deepCopy());
        resource.set("attributes", attributes(entity, pointer));
        ObjectNode relationships = NODES.objectNode();
        entity.relationships().forEach((name, others) -> relate(relationships, name, others));
        if (!relationships.isEmpty()) {
            resource.set("relationships", relationships);
        }
        return identifier.deepCopy();
    }

    private ObjectNode attributes(Entity entity, String pointer) {
        return values(entity, pointer + "/attributes");
    }

    private ObjectNode values(Entity entity, String pointer) {
        ObjectNode node = NODES.objectNode();
        entity.attributes().forEach((name, values) -> {
            if (Entity.LISTS.contains(name)) {
                ArrayNode list = node.putArray(name);
                for (Value value : values) {
                    evidence(pointer + "/" + name + "/" + list.size(), value);
                    list.add(bounded(value.text()));
                }
            } else {
                Value value = values.get(0);
                evidence(pointer + "/" + name, value);
                if (value.content() instanceof Integer number) {
                    node.put(name, number);
                } else if (value.content() instanceof Boolean yes) {
                    node.put(name, yes);
                } else {
                    node.put(name, bounded(value.text()));
                }
            }
        });
        return node;
    }

    private String bounded(String text) {
        return bounded(text, limits.textLength());
    }

    private String bounded(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        cut = true;
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    private void evidence(String pointer, Value value) {
        List<Span> spans = new ArrayList<>(new java.util.LinkedHashSet<>(value.evidence()));
        for (Span span : spans) {
            if (span.text().isBlank()) {
                continue;
            }
            if (evidence.size() >= limits.evidence()) {
                cut = true;
                return;
            }
            ObjectNode node = evidence.addObject().put("pointer", pointer).put("document", span.document());
            place(node, span.place());
            node.put("text", bounded(span.text(), limits.evidenceLength()));
            node.put("method", span.method().word());
            node.put("confidence", Math.round(Math.max(0, Math.min(1, value.confidence())) * 100) / 100.0);
            if (!value.alternatives().isEmpty()) {
                ArrayNode others = node.putArray("alternatives");
                value.alternatives().forEach(others::add);
            }
        }
    }

    private static void place(ObjectNode node, Place place) {
        if (place.page() > 0) {
            node.put("page", place.page());
            Place.Box box = place.box();
            if (box != null) {
                node.putObject("box")
                        .put("x", tenth(box.x()))
                        .put("y", tenth(box.y()))
                        .put("width", tenth(box.width()))
                        .put("height", tenth(box.height()));
            }
        }
    }

    private static double tenth(double points) {
        return Double.isFinite(points) ? Math.round(points * 10) / 10.0 : 0;
    }

    private ObjectNode meta() {
        ObjectNode meta = NODES.objectNode();
        meta.set("evidence", evidence);
        ArrayNode parts = meta.putArray("documents");
        for (Document document : documents) {
            parts.add(BareReading.part(document, LONGEST_NAME));
            cut |= BareReading.isCut(document, LONGEST_NAME);
        }
        KnownForm form = understood.form();
        if (form == null) {
            meta.putNull("form");
        } else {
            meta.putObject("form").put("name", form.name()).put("version", form.version());
        }
        unplaced(meta);
        if (cut) {
            meta.put("truncated", true);
        }
        return meta;
    }

    private void unplaced(ObjectNode meta) {
        ArrayNode answers = NODES.arrayNode();
        for (Understood.Unplaced answer : understood.unplaced()) {
            if (answers.size() >= limits.entities()) {
                cut = true;
                break;
            }
            ObjectNode node = answers.addObject().put("document", answer.value().document());
            place(node, answer.value().place());
            if (!answer.label().isBlank()) {
                node.put("label", bounded(answer.label().strip(), limits.evidenceLength()));
            }
            node.put("text", bounded(answer.value().text().strip(), limits.evidenceLength()));
            if (answer.aside() != null) {
                node.put("aside", answer.aside().word());
            }
        }
        if (!answers.isEmpty()) {
            meta.set("unplaced", answers);
        }
    }
}
