package org.sealpost.submission;

import java.util.UUID;

/** Identifies one submission for ever: a random UUID (RFC 9562, version 4), the broker's correlation id. */
public record SubmissionId(UUID value) {
    public static SubmissionId random() {
        return new SubmissionId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException unless {@code text} is a UUID in its canonical, lower-case form */
    public static SubmissionId parse(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equals(text)) {
            throw new IllegalArgumentException("not a canonical UUID");
        }
        return new SubmissionId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
