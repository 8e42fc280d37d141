package org.sealpost.reading.document;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a document, and how surely it was made out there.
 *
 * @param page from 1; 0 where the format has no pages
 * @param box where on the page, null where that is not known
 * @param certainty 1 for text; less for what was recognised in a picture: 0 to 1, by the length of its words
 */
public record Place(int page, @Nullable Box box, double certainty) {
    /** For formats without pages. */
    public static final Place NOWHERE = new Place(0, null);

    /** Of text. */
    public Place(int page, @Nullable Box box) {
        this(page, box, 1);
    }

    /** True where it was recognised in a picture. */
    public boolean recognised() {
        return certainty < 1;
    }

    /**
     * In points (1/72 inch), the origin at the page's top left corner as it is shown, y downwards. In a picture file a
     * point is a pixel of the picture as it is shown.
     */
    public record Box(double x, double y, double width, double height) {}
}
