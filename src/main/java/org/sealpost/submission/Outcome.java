package org.sealpost.submission;

/** The force's word in a receipt. */
public sealed interface Outcome {
    /** The force holds the submission. */
    record Accepted() implements Outcome {}

    /** The force could not take it, and says why. */
    record Refused(Refusal why) implements Outcome {}
}
