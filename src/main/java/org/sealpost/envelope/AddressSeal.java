package org.sealpost.envelope;

import org.sealpost.submission.Bytes;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.SubmissionId;

/**
 * Keeps return addresses unreadable at rest: AES-256-GCM under a key of the gateway's own, bound to the submission. Safe
 * to share between threads.
 */
public interface AddressSeal {
    Bytes seal(SubmissionId id, ReturnAddress address);

    /** @throws IllegalStateException where it was sealed under another key or for another submission, or was changed */
    ReturnAddress open(SubmissionId id, Bytes sealed);
}
