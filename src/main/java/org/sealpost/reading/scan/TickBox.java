package org.sealpost.reading.scan;

/** A box to tick in a picture, in pixels. */
public record TickBox(int x, int y, int width, int height, boolean ticked) {
    boolean overlaps(TickBox other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }
}
