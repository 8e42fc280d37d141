package org.sealpost.reading.meaning.layout;

/** How much of a label must be known, by where it stands. */
final class Certainty {
    /** All of it: where a text might as well be an answer. */
    static final double SURE = 0.99;
    /** Where a colon or its look says that it is a label or a heading. */
    static final double LIKELY = 0.75;
    /** Where its place says so: the cell of a label, the name of a field. */
    static final double PLACED = 0.6;

    private Certainty() {}
}
