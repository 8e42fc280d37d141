package org.sealpost.reading.exhibit;

import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Place;

/**
 * A place in a document that one or more values were read from.
 *
 * @param number from 1, in the order of the values
 * @param document the index of the part
 * @param page from 1; 0 where the part has no pages
 * @param text as it stands there
 */
record Spot(int number, int document, int page, Place.@Nullable Box box, String text) {
    boolean isTheSameAs(Spot other) {
        return isOnPageOf(other) && (box == null ? text.equals(other.text) : box.equals(other.box));
    }

    /** True where both are known by their text only, and this one is a piece of the other. */
    boolean liesIn(Spot other) {
        return isOnPageOf(other) && box == null && other.text.contains(text);
    }

    private boolean isOnPageOf(Spot other) {
        return document == other.document && page == other.page && (box == null) == (other.box == null);
    }
}
