package org.sealpost.submission;

/** The protective marking (Government Security Classifications) in rising order. Software may raise one, never lower it. */
public enum Marking {
    OFFICIAL("OFFICIAL"),
    OFFICIAL_SENSITIVE("OFFICIAL-SENSITIVE");

    private final String words;

    Marking(String words) {
        this.words = words;
    }

    /** As it is written on a document. */
    public String words() {
        return words;
    }

    /** The higher of the two. */
    public Marking atLeast(Marking other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public String toString() {
        return words;
    }
}
