package org.sealpost.reading.scan;

/**
 * A ruled line in a picture, level or upright, in pixels.
 *
 * @param from where it begins: x of a level one, y of an upright one
 * @param at where it lies in its middle: y of a level one, x of an upright one
 * @param lean by how much {@code at} grows with every pixel along it
 */
public record Stroke(boolean level, double at, double from, double to, double lean, double thickness) {
    double at(double along) {
        return at + lean * (along - (from + to) / 2);
    }

    double length() {
        return to - from;
    }
}
