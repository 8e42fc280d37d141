package org.sealpost.force;

import java.time.Instant;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.SubmissionId;

/** What became of a message. */
public sealed interface Reception {
    /**
     * The submission is kept, durably; the receipt may be sent, as often as the message comes.
     *
     * @param sealedAt when the gateway sealed it
     * @param urgent whether the form said so
     * @param repeated whether it was kept before this message
     */
    record Kept(
            SubmissionId id,
            Reference reference,
            Instant sealedAt,
            int originals,
            boolean urgent,
            boolean repeated,
            Bytes receipt)
            implements Reception {}

    /** It cannot be taken, lies where a person finds it, and gets no receipt. */
    record Aside(Refusal why) implements Reception {}
}
