package org.sealpost.reading.meaning.entity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.meaning.vocabulary.Attribute;

/** A resource of the reading while it grows. For one thread. */
final class Entity {
    /** The attributes that are lists in a reading. */
    static final Set<String> LISTS = Set.of("givenName", "middleName", "alias");

    final String type;
    /** What has been asked about it so far, blank answers included. */
    final Set<Attribute> asked = EnumSet.noneOf(Attribute.class);

    private final Map<String, List<Value>> attributes = new LinkedHashMap<>();
    private final Map<String, List<Entity>> related = new LinkedHashMap<>();

    Entity(String type) {
        this.type = type;
    }

    /** Sets a single value, unless there is one already. */
    boolean set(String attribute, Value value) {
        return attributes.putIfAbsent(attribute, new ArrayList<>(List.of(value))) == null;
    }

    void replace(String attribute, List<Value> values) {
        attributes.put(attribute, new ArrayList<>(values));
    }

    /** Adds to a list, a value that stands in it already excepted. */
    void add(String attribute, Value value) {
        List<Value> values = attributes.computeIfAbsent(attribute, a -> new ArrayList<>());
        if (values.stream().noneMatch(v -> v.text().equalsIgnoreCase(value.text()))) {
            values.add(value);
        }
    }

    /** Continues a text. */
    void append(String attribute, String separator, Value value) {
        Value before = get(attribute);
        replace(
                attribute,
                List.of(before == null ? value : before.and(before.text() + separator + value.text(), value)));
    }

    @Nullable Value get(String attribute) {
        List<Value> values = attributes.get(attribute);
        return values == null ? null : values.get(0);
    }

    List<Value> all(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /** True where a value of the attribute is this text, in whatever case. */
    boolean says(String attribute, String text) {
        return all(attribute).stream().anyMatch(v -> v.text().equalsIgnoreCase(text));
    }

    void relate(String relationship, Entity other) {
        List<Entity> others = related.computeIfAbsent(relationship, r -> new ArrayList<>());
        if (!others.contains(other)) {
            others.add(other);
        }
    }

    /** The only one related so, made where there is none. */
    Entity one(String relationship, String otherType) {
        List<Entity> others = related.computeIfAbsent(relationship, r -> new ArrayList<>());
        if (others.isEmpty()) {
            others.add(new Entity(otherType));
        }
        return others.get(0);
    }

    List<Entity> related(String relationship) {
        return related.getOrDefault(relationship, List.of());
    }

    Map<String, List<Value>> attributes() {
        return attributes;
    }

    Map<String, List<Entity>> relationships() {
        return related;
    }

    /** True where nothing was said about it. */
    boolean isEmpty() {
        return attributes.isEmpty()
                && related.values().stream().flatMap(List::stream).allMatch(Entity::isEmpty);
    }
}
