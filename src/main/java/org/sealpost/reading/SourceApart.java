package org.sealpost.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.sealpost.submission.Bytes;

/**
 * A reading without its source: without who reported, what belongs to them alone (their telephone, their address), and the
 * evidence for all of it. Who stands in another role as well is part of what is told, and stays. The narrative is not touched,
 * whatever it says. Still valid against the published schema.
 */
public final class SourceApart {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORTING = "personReporting";

    private SourceApart() {}

    /** @param withoutNames leaves out as well what the documents were called */
    public static Bytes of(Bytes reading, boolean withoutNames) {
        try {
            ObjectNode document = (ObjectNode) JSON.readTree(reading.array());
            withhold(document);
            if (withoutNames) {
                document.path("meta").path("documents").forEach(one -> ((ObjectNode) one).remove("name"));
            }
            return Bytes.of(JSON.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a reading", e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading in memory cannot fail", e);
        }
    }

    private static void withhold(ObjectNode document) {
        JsonNode included = document.path("included");
        Map<String, JsonNode> entities = new HashMap<>();
        included.forEach(entity -> entities.put(key(entity), entity));
        Set<String> withheld = reached(document, entities, true);
        withheld.removeAll(reached(document, entities, false));
        if (withheld.isEmpty() || !(included instanceof ArrayNode all)) {
            return;
        }
        Map<Integer, Integer> kept = new HashMap<>();
        ArrayNode fewer = JSON.createArrayNode();
        for (int i = 0; i < all.size(); i++) {
            if (!withheld.contains(key(all.get(i)))) {
                kept.put(i, fewer.size());
                fewer.add(all.get(i));
            }
        }
        document.set("included", fewer);
        unreport(document, withheld);
        evidence(document, kept);
    }

    /** All that can be reached from who reported, or from every other role. */
    private static Set<String> reached(ObjectNode document, Map<String, JsonNode> entities, boolean fromReporting) {
        Deque<JsonNode> open = new ArrayDeque<>();
        document.path("data").path("relationships").fields().forEachRemaining(role -> {
            if (role.getKey().equals(REPORTING) == fromReporting) {
                role.getValue().path("data").forEach(open::add);
            }
        });
        Set<String> reached = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String key = key(open.pop());
            JsonNode entity = entities.get(key);
            if (entity != null && reached.add(key)) {
                entity.path("relationships").forEach(other -> other.path("data").forEach(open::add));
            }
        }
        return new HashSet<>(reached);
    }

    private static void unreport(ObjectNode document, Set<String> withheld) {
        ObjectNode roles = (ObjectNode) document.path("data").path("relationships");
        ArrayNode left = JSON.createArrayNode();
        roles.path(REPORTING).path("data").forEach(one -> {
            if (!withheld.contains(key(one))) {
                left.add(one);
            }
        });
        if (left.isEmpty()) {
            roles.remove(REPORTING);
        } else {
            ((ObjectNode) roles.path(REPORTING)).set("data", left);
        }
    }

    /** Pointers go by position, and positions have changed. */
    private static void evidence(ObjectNode document, Map<Integer, Integer> kept) {
        ArrayNode left = JSON.createArrayNode();
        for (JsonNode one : document.path("meta").path("evidence")) {
            String[] steps = one.path("pointer").asText().split("/", 4);
            if (steps.length > 2 && steps[1].equals("included")) {
                Integer place = kept.get(Integer.valueOf(steps[2]));
                if (place == null) {
                    continue;
                }
                steps[2] = place.toString();
                ((ObjectNode) one).put("pointer", String.join("/", steps));
            }
            left.add(one);
        }
        if (document.path("meta") instanceof ObjectNode meta) {
            meta.set("evidence", left);
        }
    }

    private static String key(JsonNode entity) {
        return entity.path("type").asText() + " " + entity.path("id").asText();
    }
}
