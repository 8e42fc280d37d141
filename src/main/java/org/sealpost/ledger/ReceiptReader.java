package org.sealpost.ledger;

import org.sealpost.submission.Bytes;

/** Checks a force's receipt with the force's certificate and without the envelope it is about. */
@FunctionalInterface
public interface ReceiptReader {
    /** @throws LedgerRefusedException unless a known force signed it */
    NamedCheckpoint read(Bytes der) throws LedgerRefusedException;
}
