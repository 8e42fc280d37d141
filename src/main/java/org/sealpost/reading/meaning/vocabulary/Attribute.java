package org.sealpost.reading.meaning.vocabulary;

/** What a label asks for. The names are those of the vocabulary, in capitals. */
public enum Attribute {
    NAME,
    SURNAME,
    FORENAME,
    MIDDLE_NAME,
    ALIAS,
    DATE_OF_BIRTH,
    AGE,
    GENDER,
    ETHNICITY,
    DESCRIPTION,
    HEIGHT,
    BUILD,
    HAIR,
    EYES,
    CLOTHING,
    OCCUPATION,
    EMPLOYER,
    SCHOOL,
    ORGANISATION,
    JOB_TITLE,
    ADDRESS,
    POSTCODE,
    TELEPHONE,
    EMAIL,
    CONTACT,
    ONLINE_IDENTITY,
    /** Which part the person plays in the report: suspect, child, witness. */
    INVOLVEMENT,
    RELATIONSHIP,
    STATUS,
    REGISTRATION_MARK,
    MAKE,
    MODEL,
    COLOUR,
    VEHICLE_MARKS,
    /** One box for everything about a vehicle. */
    VEHICLE,
    LOCATION,
    LOCATION_DESCRIPTION,
    REPORT_DATE,
    EVENT_DATE,
    EVENT_TIME,
    FREQUENCY,
    NARRATIVE,
    REASON,
    OTHER_AGENCIES,
    MALICIOUS,
    URGENT,
    /** Recognised, and of no interest to a reading. */
    IGNORE;

    /** True where only a person has it. */
    public boolean ofPerson() {
        return compareTo(STATUS) <= 0;
    }

    /** False for what a form asks about a person without describing them: a reading has no attribute for it. */
    public boolean isDescriptive() {
        return this != INVOLVEMENT && this != RELATIONSHIP && this != STATUS;
    }

    /** True where only a vehicle has it. */
    public boolean ofVehicle() {
        return compareTo(REGISTRATION_MARK) >= 0 && compareTo(VEHICLE) <= 0;
    }

    /** True where the answer may run over several paragraphs. */
    public boolean isLong() {
        return this == NARRATIVE || this == REASON;
    }
}
