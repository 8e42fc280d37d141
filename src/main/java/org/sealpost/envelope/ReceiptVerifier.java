package org.sealpost.envelope;

import org.sealpost.submission.Bytes;
import org.sealpost.submission.SubmissionId;

/** Checks a force's signed receipt against what was sealed. Safe to share between threads. */
public interface ReceiptVerifier {
    /**
     * The submission an unverified receipt claims to be about, to find the expectation to verify it against.
     *
     * @throws ReceiptRefusedException where it is not a receipt at all
     */
    SubmissionId claimedSubmission(Bytes untrustedReceipt) throws ReceiptRefusedException;

    /** @throws ReceiptRefusedException unless it is the force's word about exactly this envelope */
    VerifiedReceipt verify(
            Bytes untrustedReceipt, ReceiptExpectation expectation, org.sealpost.submission.ForceId force)
            throws ReceiptRefusedException;
}
