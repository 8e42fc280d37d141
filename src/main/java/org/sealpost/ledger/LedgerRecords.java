package org.sealpost.ledger;

import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * What the ledger needs kept. All calls on one instance belong to one transaction that locks the ledger against other
 * writers from the first call to {@link #lockedSize} on; what it returned is durable once that transaction has committed
 * and gone when it has not.
 */
public interface LedgerRecords {
    /** How many entries there are. No other transaction appends until this one has ended. */
    long lockedSize();

    /** Stores the canonical bytes of entry {@code index}. @throws RuntimeException where there is one already */
    void putEntry(long index, Bytes canonical);

    Optional<Bytes> entry(long index);

    /**
     * Stores the hash of a complete subtree: level 0 are the leaf hashes, node {@code index} of level {@code n} covers the
     * leaves from {@code index * 2^n} on.
     */
    void putNode(int level, long index, Sha256 hash);

    Optional<Sha256> node(int level, long index);

    /** Stores the signed checkpoint for a tree of that size. */
    void putCheckpoint(long size, String signedNote);

    /** The newest signed checkpoint. */
    Optional<String> newestCheckpoint();
}
