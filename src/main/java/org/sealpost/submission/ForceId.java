package org.sealpost.submission;

/** A constabulary that receives, by its configured name: 1 to 63 lower-case letters, digits and inner hyphens. */
public record ForceId(String value) {
    /** @throws IllegalArgumentException where the name has another shape */
    public ForceId {
        Slug.check(value);
    }

    /** Where the force takes its envelopes from. */
    public String intelligenceQueue() {
        return "intelligence." + value;
    }

    /** Where it puts its receipts. */
    public String receiptsQueue() {
        return "receipts." + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
