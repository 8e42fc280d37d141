package org.sealpost.reading.document;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a document.
 *
 * @param page from 1; 0 where the format has no pages
 * @param box where on the page, null where that is not known
 */
public record Place(int page, @Nullable Box box) {
    /** For formats without pages. */
    public static final Place NOWHERE = new Place(0, null);

    /** In points (1/72 inch), the origin at the page's top left corner, y downwards. */
    public record Box(double x, double y, double width, double height) {}
}
