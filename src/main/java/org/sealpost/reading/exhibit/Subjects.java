package org.sealpost.reading.exhibit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Place;

/** Takes a reading apart into those it speaks of, each with its values and the spots they were read from. For one reading. */
final class Subjects {
    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("suspect", "Suspect");
        ROLES.put("subject", "Child or person at risk");
        ROLES.put("otherPerson", "Other person");
        ROLES.put("vehicle", "Vehicle");
        ROLES.put("location", "Place");
        ROLES.put("personReporting", "Sent by");
    }

    private static final Map<String, String> LABELS = Map.of(
            "incidentDescription", "What happened",
            "reportedReason", "How it is known",
            "alias", "Also known as",
            "e164", "Telephone, international",
            "number", "Telephone",
            "registrationMark", "Number plate",
            "registrationMarkAsWritten", "Number plate as written",
            "personDescription", "Description",
            "vehicleDescription", "Description",
            "locationDescription", "Description");

    private final JsonNode reading;
    private final List<Spot> spots = new ArrayList<>();
    private final Map<String, List<Statement>> statements = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();

    Subjects(JsonNode reading) {
        this.reading = reading;
        reading.path("meta").path("evidence").forEach(this::take);
    }

    List<Spot> spots() {
        return spots;
    }

    /** The incident first, then everybody by role. */
    List<Subject> list() {
        List<Subject> subjects = new ArrayList<>();
        add(subjects, "incident", "What is reported", statements.getOrDefault("/data", List.of()));
        ROLES.forEach((role, title) -> {
            JsonNode ids = reading.path("data").path("relationships").path(role).path("data");
            for (int i = 0; i < ids.size(); i++) {
                String numbered = ids.size() > 1 ? title + " " + (i + 1) : title;
                add(subjects, role, numbered, of(ids.get(i)));
            }
        });
        List<Statement> rest = new ArrayList<>();
        statements.forEach((pointer, list) -> rest.addAll(told.contains(pointer) ? List.of() : list));
        add(subjects, "other", "Also read", rest);
        return subjects;
    }

    private void add(List<Subject> subjects, String role, String title, List<Statement> list) {
        told.add("/data");
        if (!list.isEmpty()) {
            subjects.add(new Subject(role, title, list));
        }
    }

    /** What is said of one, and of what belongs to it alone: its telephones, addresses and so on; vehicles stand for themselves. */
    private List<Statement> of(JsonNode id) {
        int index = index(id);
        List<Statement> all = new ArrayList<>();
        if (index < 0 || !told.add("/included/" + index)) {
            return all;
        }
        all.addAll(statements.getOrDefault("/included/" + index, List.of()));
        for (JsonNode tie : reading.path("included").path(index).path("relationships")) {
            for (JsonNode other : tie.path("data")) {
                if (!other.path("type").asText().equals("vehicle")) {
                    all.addAll(of(other));
                }
            }
        }
        return all;
    }

    private int index(JsonNode id) {
        JsonNode included = reading.path("included");
        for (int i = 0; i < included.size(); i++) {
            if (included.get(i).path("id").equals(id.path("id"))
                    && included.get(i).path("type").equals(id.path("type"))) {
                return i;
            }
        }
        return -1;
    }

    private void take(JsonNode evidence) {
        String pointer = evidence.path("pointer").asText();
        JsonNode value = reading.at(pointer);
        int attributes = pointer.indexOf("/attributes/");
        if (attributes < 0 || value.isMissingNode()) {
            return;
        }
        String name = pointer.substring(attributes + "/attributes/".length()).split("/", 2)[0];
        List<Statement> own = statements.computeIfAbsent(pointer.substring(0, attributes), owner -> new ArrayList<>());
        own.add(new Statement(
                label(name, pointer),
                value.isValueNode() ? value.asText() : value.toString(),
                alternatives(evidence),
                spot(evidence, own),
                evidence.path("method").asText(),
                evidence.path("confidence").asDouble()));
    }

    private static List<String> alternatives(JsonNode evidence) {
        List<String> alternatives = new ArrayList<>();
        evidence.path("alternatives").forEach(a -> alternatives.add(a.asText()));
        return alternatives;
    }

    /** @param own what the same person or thing said already: a postcode stands in its address, and needs no spot of its own */
    private Spot spot(JsonNode evidence, List<Statement> own) {
        Spot spot = new Spot(
                spots.size() + 1,
                evidence.path("document").asInt(),
                evidence.path("page").asInt(),
                box(evidence.path("box")),
                evidence.path("text").asText());
        Optional<Spot> known = Stream.concat(
                        spots.stream().filter(spot::isTheSameAs),
                        own.stream().map(Statement::spot).filter(spot::liesIn))
                .findFirst();
        if (known.isEmpty()) {
            spots.add(spot);
        }
        return known.orElse(spot);
    }

    private static Place.@Nullable Box box(JsonNode box) {
        return box.isObject()
                ? new Place.Box(
                        box.path("x").asDouble(),
                        box.path("y").asDouble(),
                        box.path("width").asDouble(),
                        box.path("height").asDouble())
                : null;
    }

    /** "dateOfBirth" is "Date of birth", an e-mail's address an e-mail address. */
    private String label(String name, String pointer) {
        if (name.equals("address")
                && reading.at(pointer.replaceFirst("/attributes/.*", "/type"))
                        .asText()
                        .equals("email")) {
            return "E-mail";
        }
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return LABELS.getOrDefault(name, Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1));
    }
}
