package org.sealpost.reading.exhibit;

import java.util.List;

/**
 * One value of a reading, in words for people.
 *
 * @param label what it is, such as "Date of birth"
 * @param alternatives what the value may be as well
 * @param spot where it was read
 * @param method how, as in {@code meta.evidence}
 * @param confidence 0 to 1
 */
record Statement(String label, String value, List<String> alternatives, Spot spot, String method, double confidence) {
    private static final double DOUBTFUL = 0.7;

    /** As people write it. */
    public String percent() {
        return Math.round(confidence * 100) + " %";
    }

    /** True where somebody should look twice. */
    public boolean doubtful() {
        return confidence < DOUBTFUL;
    }

    /** The text as it stands in the document, where the value is not simply that; otherwise empty. */
    public String asWritten() {
        return spot.text().equals(value) ? "" : spot.text();
    }

    /** What it may be as well, as a list for people; empty where there is no doubt. */
    public String others() {
        return String.join(", ", alternatives);
    }
}
