package org.sealpost.reading.scan;

/**
 * A word on a sheet, in its pixels.
 *
 * @param top and {@code bottom}: of its capitals, so that words of one line share them about
 * @param size the height that its letters are set in, from the top of a capital to the bottom of a descender and a bit
 * @param weight how thick its strokes are, as a share of {@code size}
 * @param certainty 0 to 1
 */
public record ScannedWord(
        String text, double x, double top, double width, double bottom, double size, double weight, double certainty) {}
