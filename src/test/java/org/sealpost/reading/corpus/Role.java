package org.sealpost.reading.corpus;

import java.util.Locale;

/** Who or what a block of a form asks about. */
enum Role {
    SUBMITTER("submitter"),
    CHILD("subject"),
    SUSPECT("suspect"),
    VEHICLE("vehicle"),
    LOCATION("location"),
    INCIDENT("narrative");

    private final String truth;

    Role(String truth) {
        this.truth = truth;
    }

    /** As it stands in a truth. */
    String truth() {
        return truth;
    }

    /** As it stands in the data. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
