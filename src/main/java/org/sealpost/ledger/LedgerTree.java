package org.sealpost.ledger;

import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/** The ledger as it can be looked at. All calls on one instance see one state. */
public interface LedgerTree {
    /** How many entries there are, those too that no checkpoint covers yet. */
    long appended();

    Optional<Bytes> entry(long index);

    /**
     * The hash of a complete subtree: level 0 are the leaf hashes, node {@code index} of level {@code n} covers the leaves
     * from {@code index * 2^n} on.
     */
    Optional<Sha256> node(int level, long index);

    /** The signed head. */
    Optional<String> newestCheckpoint();
}
