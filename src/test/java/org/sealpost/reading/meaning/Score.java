package org.sealpost.reading.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How much of the truth a reading holds. A fact is role, entity, attribute and value; found entities are paired with the
 * true ones so that most facts agree. F1 over all facts and the narrative's phrases.
 */
public record Score(int right, List<String> missed, List<String> invented) {
    private static final List<String> ROLES = List.of("submitter", "subject", "suspect", "vehicle", "location");
    private static final List<String> SCORED = List.of(
            "name",
            "alias",
            "dateOfBirth",
            "approximateAge",
            "address",
            "postcode",
            "telephone",
            "email",
            "organisation",
            "jobTitle",
            "personDescription",
            "registrationMark",
            "make",
            "model",
            "colour");

    public record Fact(String attribute, String value) {
        boolean agrees(Fact other) {
            if (!attribute.equals(other.attribute)) {
                return false;
            }
            if (!attribute.equals("address") && !attribute.equals("personDescription")) {
                return value.equals(other.value);
            }
            Set<String> all = new HashSet<>(List.of(value.split(" ", -1)));
            Set<String> others = new HashSet<>(List.of(other.value.split(" ", -1)));
            Set<String> both = new HashSet<>(all);
            both.retainAll(others);
            all.addAll(others);
            return both.size() >= 0.8 * all.size();
        }
    }

    public double f1() {
        int all = 2 * right + missed.size() + invented.size();
        return all == 0 ? 1 : 2.0 * right / all;
    }

    public static Score of(JsonNode reading, JsonNode truth) {
        int right = 0;
        List<String> missed = new ArrayList<>();
        List<String> invented = new ArrayList<>();
        for (String role : ROLES) {
            if (truth.path(role).isNull()) {
                // May rightly be found in prose: neither asked for nor held against the reading.
                continue;
            }
            List<List<Fact>> found = found(reading, role.equals("submitter") ? "personReporting" : role);
            List<List<Fact>> wanted = new ArrayList<>();
            truth.path(role).forEach(e -> wanted.add(facts(e)));
            List<List<Fact>> partners = partners(wanted, found);
            for (int i = 0; i < wanted.size(); i++) {
                List<Fact> want = wanted.get(i);
                List<Fact> got = partners.get(i);
                right += agreed(got, want);
                want.stream().filter(w -> got.stream().noneMatch(w::agrees)).forEach(w -> missed.add(role + " " + w));
                got.stream().filter(g -> want.stream().noneMatch(g::agrees)).forEach(g -> invented.add(role + " " + g));
            }
            found.stream()
                    .filter(f -> partners.stream().noneMatch(p -> p == f))
                    .forEach(e -> e.forEach(f -> invented.add(role + " " + f)));
        }
        String story = plain(reading.at("/data/attributes/incidentDescription").asText());
        for (JsonNode phrase : truth.path("narrative")) {
            if (story.contains(plain(phrase.asText()))) {
                right++;
            } else {
                missed.add("narrative " + phrase.asText());
            }
        }
        return new Score(right, missed, invented);
    }

    /** How many entities of a role the reading has who share nothing with one of the truth's, or are one too many. */
    public static int strangers(JsonNode reading, JsonNode truth, String role) {
        List<List<Fact>> found = found(reading, role);
        List<List<Fact>> wanted = new ArrayList<>();
        truth.path(role).forEach(e -> wanted.add(facts(e)));
        long known = found.stream()
                .filter(f -> wanted.stream().flatMap(List::stream).anyMatch(w -> f.stream()
                        .anyMatch(w::agrees)))
                .count();
        return (int) Math.max(found.size() - known, found.size() - wanted.size());
    }

    /** For each of the true ones the found one, so that most facts agree in all; nothing where there are too few. */
    private static List<List<Fact>> partners(List<List<Fact>> wanted, List<List<Fact>> found) {
        List<List<Fact>> free = new ArrayList<>(found);
        while (free.size() < wanted.size()) {
            free.add(new ArrayList<>());
        }
        if (free.size() > 7) {
            return free.subList(0, wanted.size());
        }
        return pair(wanted, free).facts();
    }

    private record Pairing(int agreed, List<List<Fact>> facts) {}

    /** Tries every order; the first of the best ones. */
    private static Pairing pair(List<List<Fact>> wanted, List<List<Fact>> free) {
        if (wanted.isEmpty()) {
            return new Pairing(0, List.of());
        }
        Pairing best = new Pairing(-1, List.of());
        for (int i = 0; i < free.size(); i++) {
            List<List<Fact>> rest = new ArrayList<>(free);
            List<Fact> one = rest.remove(i);
            Pairing others = pair(wanted.subList(1, wanted.size()), rest);
            int agreed = agreed(one, wanted.get(0)) + others.agreed();
            if (agreed > best.agreed()) {
                List<List<Fact>> facts = new ArrayList<>(List.of(one));
                facts.addAll(others.facts());
                best = new Pairing(agreed, facts);
            }
        }
        return best;
    }

    private static int agreed(List<Fact> found, List<Fact> wanted) {
        List<Fact> rest = new ArrayList<>(found);
        int agreed = 0;
        for (Fact want : wanted) {
            Fact same = rest.stream().filter(want::agrees).findFirst().orElse(null);
            if (same != null) {
                rest.remove(same);
                agreed++;
            }
        }
        return agreed;
    }

    private static List<List<Fact>> found(JsonNode reading, String relationship) {
        Map<String, JsonNode> index = new HashMap<>();
        reading.path("included").forEach(r -> index.put(key(r), r));
        List<List<Fact>> entities = new ArrayList<>();
        for (JsonNode id : reading.at("/data/relationships/" + relationship + "/data")) {
            JsonNode resource = Objects.requireNonNull(index.get(key(id)));
            List<Fact> facts = facts(resource.path("attributes"));
            related(resource, "address", index).forEach(l -> {
                add(facts, "address", l.path("address"));
                add(facts, "postcode", l.path("postcode"));
            });
            related(resource, "telephone", index).forEach(t -> add(facts, "telephone", t.path("number")));
            related(resource, "email", index).forEach(t -> add(facts, "email", t.path("address")));
            JsonNode from = resource.at("/attributes/approximateAgeFrom");
            if (from.isInt()) {
                int to = resource.at("/attributes/approximateAgeTo").asInt(from.asInt());
                facts.add(new Fact("approximateAge", from.asInt() == to ? from.asText() : from.asText() + "-" + to));
            }
            entities.add(facts);
        }
        entities.sort(Comparator.comparingInt(e -> -e.size()));
        return entities;
    }

    private static String key(JsonNode resource) {
        return resource.path("type").asText() + "/" + resource.path("id").asText();
    }

    private static List<JsonNode> related(JsonNode resource, String name, Map<String, JsonNode> index) {
        List<JsonNode> related = new ArrayList<>();
        resource.at("/relationships/" + name + "/data")
                .forEach(i ->
                        related.add(Objects.requireNonNull(index.get(key(i))).path("attributes")));
        return related;
    }

    private static List<Fact> facts(JsonNode entity) {
        List<Fact> facts = new ArrayList<>();
        for (String attribute : SCORED) {
            JsonNode value = entity.path(attribute);
            if (value.isArray()) {
                value.forEach(v -> add(facts, attribute, v));
            } else {
                add(facts, attribute, value);
            }
        }
        return facts;
    }

    private static void add(List<Fact> facts, String attribute, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull() && !value.asText().isEmpty()) {
            facts.add(new Fact(attribute, normal(attribute, value.asText())));
        }
    }

    private static String normal(String attribute, String value) {
        return switch (attribute) {
            case "telephone" -> value.replaceFirst("^\\s*(\\+|00)44", "0").replaceAll("\\D", "");
            case "registrationMark" -> value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9?]", "");
            case "postcode", "approximateAge" -> value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
            case "dateOfBirth" -> value.substring(0, Math.min(10, value.length()));
            default -> plain(value);
        };
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}_' ]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
