package org.sealpost.reading.scan;

/** A part of a sheet whose writing is kept together, such as a table's cell; in pixels of the sheet. */
public record Region(double x, double y, double width, double height) {
    boolean holds(double px, double py) {
        return px >= x && px < x + width && py >= y && py < y + height;
    }
}
