package org.sealpost.reading.meaning.layout;

import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;

/**
 * A piece of a document's text, verbatim, and where it stands.
 *
 * @param document the index of the part
 */
public record Span(String text, int document, Place place, Method method) {
    public Span withText(String part) {
        return new Span(part, document, place, method);
    }

    public Span withMethod(Method other) {
        return new Span(text, document, place, other);
    }
}
