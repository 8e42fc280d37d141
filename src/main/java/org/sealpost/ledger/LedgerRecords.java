package org.sealpost.ledger;

import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * What the ledger needs kept. All calls on one instance belong to one transaction that locks the ledger against other
 * writers from the first call to {@link #lockedSize} on; what it returned is durable once that transaction has committed
 * and gone when it has not.
 */
public interface LedgerRecords extends LedgerTree {
    /** How many entries there are. No other transaction appends until this one has ended. */
    long lockedSize();

    /** Stores the canonical bytes of entry {@code index}. @throws RuntimeException where there is one already */
    void putEntry(long index, Bytes canonical);

    /** Stores the hash of a complete subtree. @throws RuntimeException where there is one already */
    void putNode(int level, long index, Sha256 hash);

    /**
     * Stores the signed checkpoint for the tree of {@code size} entries instead of the one before.
     *
     * @throws RuntimeException where there are not {@code before} entries
     */
    void putHead(long before, long size, String signedNote);
}
