package org.sealpost.envelope;

import java.time.Instant;
import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Outcome;
import org.sealpost.submission.SubmissionId;

/**
 * A receipt that was checked.
 *
 * @param checkpoint the newest signed checkpoint the force had seen, as text, where it had seen one
 * @param der the receipt itself
 */
public record VerifiedReceipt(
        SubmissionId id, Outcome outcome, Instant signedAt, Optional<String> checkpoint, Bytes der) {}
