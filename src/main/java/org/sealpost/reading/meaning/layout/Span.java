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

    /** A part of it; the whole where the part, put together of wrapped lines, does not stand in it so. */
    public Span part(String part) {
        return text.contains(part) ? withText(part) : this;
    }

    /** The text with every run of blanks and line ends as one blank: what a narrow cell has wrapped. */
    public String unwrapped() {
        return text.strip().replaceAll("\\s+", " ");
    }

    public Span withMethod(Method other) {
        return new Span(text, document, place, other);
    }
}
