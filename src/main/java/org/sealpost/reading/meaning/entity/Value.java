package org.sealpost.reading.meaning.entity;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.meaning.layout.Span;

/**
 * One value of an attribute and what speaks for it.
 *
 * @param content a String, an Integer or a Boolean
 * @param evidence at least one span
 * @param alternatives what it may be as well, the likeliest first; no more than eight are kept
 */
record Value(Object content, List<Span> evidence, double confidence, List<String> alternatives) {
    /** As many as the schema of the reading allows. */
    private static final int MOST_ALTERNATIVES = 8;

    Value {
        evidence = List.copyOf(evidence);
        alternatives = alternatives.stream().limit(MOST_ALTERNATIVES).toList();
    }

    Value(Object content, List<Span> evidence, double confidence) {
        this(content, evidence, confidence, List.of());
    }

    static Value of(Object content, Span span, double certainty) {
        return new Value(content, List.of(span), confidence(span) * certainty);
    }

    Value and(Object joined, Value other) {
        List<Span> all = new ArrayList<>(evidence);
        all.addAll(other.evidence);
        return new Value(joined, all, Math.min(confidence, other.confidence));
    }

    Value orElse(List<String> others) {
        return new Value(content, evidence, confidence, others);
    }

    String text() {
        return String.valueOf(content);
    }

    /** How far a span is trusted: its method, and how surely it was made out. */
    static double confidence(Span span) {
        return confidence(span.method()) * span.place().certainty();
    }

    /** How far a way of reading is trusted before anything is known of the value. */
    private static double confidence(Method method) {
        return switch (method) {
            case ACROFORM, XFA, CONTENT_CONTROL, LEGACY_FIELD -> 0.98;
            case TABLE -> 0.93;
            case LABEL -> 0.88;
            case OCR -> 0.9;
            case PROSE -> 0.6;
            case SENDER -> 0.5;
        };
    }
}
