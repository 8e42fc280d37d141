package org.sealpost.reading.meaning.vocabulary;

/** The part somebody or something plays in a report; each is a relationship of the incident. */
public enum Role {
    SUBMITTER("personReporting"),
    SUBJECT("subject"),
    SUSPECT("suspect"),
    OTHER_PERSON("otherPerson"),
    VEHICLE("vehicle"),
    LOCATION("location");

    private final String relationship;

    Role(String relationship) {
        this.relationship = relationship;
    }

    /** The incident's relationship in a reading. */
    public String relationship() {
        return relationship;
    }

    public boolean isPerson() {
        return this != VEHICLE && this != LOCATION;
    }
}
