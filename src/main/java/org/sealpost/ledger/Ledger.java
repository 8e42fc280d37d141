package org.sealpost.ledger;

import java.util.List;

/**
 * The append-only record of everything that happened: a Merkle tree (RFC 6962, SHA-256) whose head is signed at every
 * append. Safe to share between threads as long as each call has its own {@link LedgerRecords}.
 */
public interface Ledger {
    /**
     * Appends in order and signs the new head, all through {@code records}, hence in the caller's transaction: once it has
     * committed, a signed checkpoint covers every entry.
     */
    Appended append(LedgerRecords records, List<Entry> entries);

    /**
     * The proof that the entry at {@code index} stands in the ledger: the entry, its inclusion proof and the newest signed
     * checkpoint as one text (C2SP tlog-proof), checkable with the ledger's public key alone.
     */
    String prove(LedgerRecords records, long index);

    /**
     * @param first the index of the first appended entry, the others follow
     * @param checkpoint the new head as a C2SP signed note
     */
    record Appended(long first, String checkpoint) {}
}
