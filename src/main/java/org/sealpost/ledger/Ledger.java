package org.sealpost.ledger;

import java.util.List;

/**
 * The append-only record of everything that happened: a Merkle tree (RFC 6962, SHA-256) whose head is signed at every
 * commit. Safe to share between threads as long as each call has its own {@link LedgerRecords}.
 */
public interface Ledger {
    /**
     * Appends in order, through {@code records}, hence in the caller's transaction: once it has committed, a signed checkpoint
     * covers every entry.
     *
     * @return the index of the first appended entry; the others follow
     */
    long append(LedgerRecords records, List<Entry> entries);

    /** How many entries it has. */
    long size(LedgerTree tree);

    /** @throws IllegalArgumentException where there is no such entry */
    Entry entry(LedgerTree tree, long index);

    /**
     * The proof that the entry at {@code index} stands in the ledger: the entry, its inclusion proof and the newest signed
     * checkpoint, checkable with the ledger's public key alone.
     */
    ReleaseProof prove(LedgerTree tree, long index);

    /**
     * The same with the proof that the newest checkpoint continues another one.
     *
     * @param seen a checkpoint that was recognised before
     */
    ReleaseProof proveSince(LedgerTree tree, long index, SignedCheckpoint seen);

    /**
     * The proof that the entry stood in the ledger already at an older checkpoint, which somebody has cosigned.
     *
     * @param seen a checkpoint that was recognised before and covers the entry
     */
    ReleaseProof proveAt(LedgerTree tree, long index, SignedCheckpoint seen);

    /**
     * What somebody says to have seen of this ledger, believed if this ledger has signed it and continues it. A refusal means
     * that there is another ledger under this one's key: this one was rewritten or cut back since.
     *
     * @param note a signed checkpoint as text
     * @throws LedgerRefusedException with the code {@code forked} or {@code cut-off} for what this ledger has signed and does
     *     not continue; with any other for what it has not signed
     */
    SignedCheckpoint recognise(LedgerTree tree, String note) throws LedgerRefusedException;
}
