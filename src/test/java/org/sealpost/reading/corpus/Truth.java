package org.sealpost.reading.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a reader should find in a form, in the shape of the sample forms' truth files. */
final class Truth {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Map<Role, List<Invented>> entities = new EnumMap<>(Role.class);
    private final List<String> phrases = new ArrayList<>();
    private final List<Role> open = new ArrayList<>();

    void add(Role role, Invented somebody) {
        if (!somebody.facts().isEmpty()) {
            entities.computeIfAbsent(role, r -> new ArrayList<>()).add(somebody);
        }
    }

    void narrative(String phrase) {
        phrases.add(phrase);
    }

    /** The narrative may rightly yield one of these. */
    void open(Role role) {
        open.add(role);
    }

    ObjectNode json() {
        ObjectNode truth = JSON.createObjectNode();
        for (Role role : Role.values()) {
            if (role == Role.INCIDENT) {
                phrases.forEach(truth.withArray("narrative")::add);
            } else if (open.contains(role)) {
                truth.putNull(role.truth());
            } else {
                ArrayNode all = truth.putArray(role.truth());
                entities.getOrDefault(role, List.of()).forEach(e -> write(all.addObject(), e));
            }
        }
        return truth;
    }

    private static void write(ObjectNode entity, Invented somebody) {
        somebody.facts().forEach((attribute, values) -> {
            if (values.size() == 1 && !attribute.equals("alias")) {
                entity.put(attribute, values.get(0));
            } else {
                values.forEach(entity.putArray(attribute)::add);
            }
        });
    }
}
