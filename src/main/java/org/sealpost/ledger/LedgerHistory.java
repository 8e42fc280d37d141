package org.sealpost.ledger;

import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * Reads the whole ledger as it stood at one moment: all calls on one instance see the same state, such as one
 * repeatable-read transaction. Whoever takes a stream closes it.
 */
public interface LedgerHistory {
    /** The canonical bytes of every entry, by index from 0. */
    Stream<Bytes> entries();

    /** The signed checkpoint that covers them all; empty where there is none. */
    Optional<String> newestCheckpoint();

    /** The receipt (DER) with that digest, which a {@link ReceiptTaken} entry names. */
    Optional<Bytes> receipt(Sha256 digest);
}
