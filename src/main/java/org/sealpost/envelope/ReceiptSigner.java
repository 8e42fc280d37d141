package org.sealpost.envelope;

import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Outcome;

/** Signs receipts as a force (RFC 2634). Safe to share between threads. */
public interface ReceiptSigner {
    /**
     * The receipt as DER. Each call makes another one: keep the first and send it again where an envelope comes again.
     *
     * @param basis of the envelope that was opened, {@link Opened#receiptBasis}
     * @param newestCheckpoint the newest signed checkpoint of the ledger that the force has verified, as text
     */
    Bytes sign(ReceiptExpectation basis, Outcome outcome, Optional<String> newestCheckpoint);
}
