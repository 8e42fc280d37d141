package org.sealpost.reading.meaning.label;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the labels of one form mean, for certain. Immutable. */
public final class KnownLabels {
    /** None: every label means what the vocabulary says. */
    static final KnownLabels NONE = new Builder().build();

    private final Map<String, Meaning> fields;
    private final Map<String, Meaning> labels;
    private final Map<String, Meaning> headings;

    private KnownLabels(Builder builder) {
        fields = Map.copyOf(builder.fields);
        labels = Map.copyOf(builder.labels);
        headings = Map.copyOf(builder.headings);
    }

    Optional<Meaning> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    Optional<Meaning> label(String text) {
        return Optional.ofNullable(labels.get(key(text)));
    }

    Optional<Meaning> heading(String text) {
        return Optional.ofNullable(headings.get(key(text)));
    }

    /** What of a printed text counts when two are compared: its words, whatever their case, punctuation and number. */
    public static String key(String text) {
        return String.join(" ", Words.ofLabel(text));
    }

    /** Collects them. For one thread. */
    public static final class Builder {
        private final Map<String, Meaning> fields = new HashMap<>();
        private final Map<String, Meaning> labels = new HashMap<>();
        private final Map<String, Meaning> headings = new HashMap<>();

        /** @param name whole, as the document has it */
        public void field(String name, Meaning meaning) {
            fields.put(name, meaning);
        }

        public void label(String text, Meaning meaning) {
            labels.put(key(text), meaning);
        }

        public void heading(String text, Meaning meaning) {
            headings.put(key(text), meaning);
        }

        public KnownLabels build() {
            return new KnownLabels(this);
        }
    }
}
