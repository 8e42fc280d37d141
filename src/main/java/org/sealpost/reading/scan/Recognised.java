package org.sealpost.reading.scan;

/**
 * A word as recognised.
 *
 * @param page the picture it was found in, from 0
 * @param line a number that the words of one line share within their picture
 * @param certainty 0 to 1, Tesseract's own
 */
record Recognised(int page, int line, int x, int y, int width, int height, double certainty, String text) {
    Recognised withText(String other) {
        return new Recognised(page, line, x, y, width, height, certainty, other);
    }

    Recognised withCertainty(double other) {
        return new Recognised(page, line, x, y, width, height, other, text);
    }
}
