package org.sealpost.force;

import org.sealpost.envelope.EnvelopeContext;
import org.sealpost.envelope.Opened;
import org.sealpost.submission.Bytes;

/** A submission that was opened and checked, with the whole sealed message it came in. */
record Submission(Opened opened, Bytes envelope) {
    EnvelopeContext context() {
        return opened.context();
    }

    /** Says which, never what. */
    @Override
    public String toString() {
        return opened.toString();
    }
}
