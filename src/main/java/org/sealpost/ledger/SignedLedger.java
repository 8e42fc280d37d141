package org.sealpost.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.ledger.merkle.Frontier;
import org.sealpost.ledger.merkle.Subtrees;
import org.sealpost.ledger.merkle.TreeHash;
import org.sealpost.submission.Bytes;

/**
 * The ledger, signed at every append. An append stores the new leaves and the subtrees that they complete, two nodes an
 * entry on average, and reads the right edge of the tree only where it does not remember it.
 */
public final class SignedLedger implements Ledger {
    private final LedgerSigner signer;
    private volatile @Nullable Edge remembered;

    public SignedLedger(LedgerSigner signer) {
        this.signer = signer;
    }

    @Override
    public Appended append(LedgerRecords records, List<Entry> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("nothing to append");
        }
        long first = records.lockedSize();
        Frontier frontier = frontier(records, first);
        for (Entry entry : entries) {
            Bytes canonical = EntryText.bytes(entry);
            records.putEntry(frontier.size(), canonical);
            frontier.append(TreeHash.leaf(canonical.array()), records::putNode);
        }
        String checkpoint = signer.sign(frontier.size(), frontier.root()).text();
        records.putCheckpoint(frontier.size(), checkpoint);
        remembered = new Edge(checkpoint, frontier);
        return new Appended(first, checkpoint);
    }

    @Override
    public String prove(LedgerRecords records, long index) {
        SignedCheckpoint head = parse(records.newestCheckpoint()
                .orElseThrow(() -> new IllegalArgumentException("the ledger is empty and proves nothing")));
        Bytes entry = records.entry(index)
                .orElseThrow(() -> new IllegalArgumentException("no entry " + index + " in the ledger"));
        return new ReleaseProof(
                        entry,
                        index,
                        subtrees(records).inclusion(index, head.untrusted().size()),
                        head)
                .text();
    }

    /**
     * A checkpoint commits to the whole tree, so the edge that belongs to it can be remembered beyond the transaction: if
     * that one was rolled back, or another gateway appended, the newest checkpoint is another one.
     */
    private Frontier frontier(LedgerRecords records, long size) {
        Optional<String> newest = records.newestCheckpoint();
        if (newest.isEmpty()) {
            if (size != 0) {
                throw new IllegalStateException("the ledger has entries and no checkpoint");
            }
            return Frontier.empty();
        }
        Edge edge = remembered;
        if (edge != null && edge.checkpoint.equals(newest.get()) && edge.frontier.size() == size) {
            return edge.frontier.copy();
        }
        Frontier frontier = Frontier.of(subtrees(records), size);
        Checkpoint head = verified(newest.get());
        if (head.size() != size || !head.root().equals(frontier.root())) {
            throw new IllegalStateException("the ledger's records do not match its newest checkpoint");
        }
        return frontier;
    }

    private Checkpoint verified(String note) {
        try {
            return parse(note).verify(signer.key());
        } catch (LedgerRefusedException e) {
            throw new IllegalStateException("the ledger's newest checkpoint is not signed with its key", e);
        }
    }

    private static SignedCheckpoint parse(String note) {
        try {
            return SignedCheckpoint.parse(note);
        } catch (LedgerRefusedException e) {
            throw new IllegalStateException("the ledger's newest checkpoint cannot be read", e);
        }
    }

    private static Subtrees subtrees(LedgerRecords records) {
        return (level, index) -> records.node(level, index)
                .orElseThrow(() -> new IllegalStateException("the ledger lacks a node of its tree"));
    }

    /** Never written to once remembered: an append works on a copy. */
    private record Edge(String checkpoint, Frontier frontier) {}
}
