package org.sealpost.submission;

/** An agency that may submit, by its configured name: 1 to 63 lower-case letters, digits and inner hyphens. */
public record PartnerId(String value) {
    /** @throws IllegalArgumentException where the name has another shape */
    public PartnerId {
        Slug.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
