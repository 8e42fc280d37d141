package org.sealpost.ledger;

import java.util.Optional;
import java.util.function.Function;
import org.sealpost.ledger.merkle.Frontier;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * What the ledger needs kept. All calls on one instance belong to one transaction that locks the ledger against other
 * writers from the first call to {@link #appended} on; what it returned is durable once that transaction has committed
 * and gone when it has not.
 */
public interface LedgerRecords extends LedgerTree {
    /** Stores the canonical bytes of entry {@code index}. @throws RuntimeException where there is one already */
    void putEntry(long index, Bytes canonical);

    /** Stores the hash of a complete subtree. @throws RuntimeException where there is one already */
    void putNode(int level, long index, Sha256 hash);

    /** The tree's right edge after earlier appends of this transaction that no checkpoint covers yet; not to be changed. */
    Optional<Frontier> unsigned();

    /**
     * Leaves what was appended to be covered by one checkpoint with whatever this transaction appends after it: right before
     * the commit, or when somebody asks for the newest checkpoint in between. Where signing throws, nothing is committed.
     *
     * @param edge the right edge after the append; not changed any more
     * @param sign makes the signed checkpoint of an edge
     */
    void leaveUnsigned(Frontier edge, Function<Frontier, String> sign);
}
