package org.sealpost.delivery;

import java.time.Instant;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.SubmissionId;

/** What came of trying to admit something. */
public sealed interface Admission {
    /**
     * It is in custody.
     *
     * @param again true where this is the reference of an earlier, equal submission
     * @param locked whether a file in it could not be opened because it is locked with a password or encrypted
     */
    record Admitted(SubmissionId id, Reference reference, Instant at, boolean again, boolean locked)
            implements Admission {
        /** Of which all could be opened. */
        public Admitted(SubmissionId id, Reference reference, Instant at, boolean again) {
            this(id, reference, at, again, false);
        }
    }

    /**
     * It is in custody, sealed, and goes nowhere until a person releases it.
     *
     * @param again true where the very same letter is held already
     */
    record HeldBack(Reference reference, Instant at, boolean again) implements Admission {}

    /** It was not taken, and nothing of it is kept. */
    record Refused(Refusal why) implements Admission {}
}
