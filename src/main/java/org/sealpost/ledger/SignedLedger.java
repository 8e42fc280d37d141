package org.sealpost.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.ledger.merkle.Frontier;
import org.sealpost.ledger.merkle.Subtrees;
import org.sealpost.ledger.merkle.TreeHash;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * The ledger, signed once for all appends of a transaction. An append stores the new leaves and the subtrees that they complete, two nodes an
 * entry on average, and reads the right edge of the tree only where it does not remember it.
 */
public final class SignedLedger implements Ledger {
    private final LedgerSigner signer;
    private volatile @Nullable Edge remembered;

    public SignedLedger(LedgerSigner signer) {
        this.signer = signer;
    }

    @Override
    public long append(LedgerRecords records, List<Entry> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("nothing to append");
        }
        long first = records.appended();
        Frontier frontier = records.unsigned().map(Frontier::copy).orElseGet(() -> frontier(records, first));
        for (Entry entry : entries) {
            Bytes canonical = EntryText.bytes(entry);
            records.putEntry(frontier.size(), canonical);
            frontier.append(TreeHash.leaf(canonical.array()), records::putNode);
        }
        records.leaveUnsigned(frontier, this::sign);
        return first;
    }

    private String sign(Frontier edge) {
        String checkpoint = signer.sign(edge.size(), edge.root()).text();
        remembered = new Edge(checkpoint, edge);
        return checkpoint;
    }

    @Override
    public long size(LedgerTree tree) {
        return tree.newestCheckpoint()
                .map(note -> SignedCheckpoint.kept(note).untrusted().size())
                .orElse(0L);
    }

    @Override
    public Entry entry(LedgerTree tree, long index) {
        try {
            return EntryText.read(bytes(tree, index));
        } catch (LedgerRefusedException e) {
            throw new IllegalStateException("an entry of the ledger cannot be read", e);
        }
    }

    private static Bytes bytes(LedgerTree tree, long index) {
        return tree.entry(index)
                .orElseThrow(() -> new IllegalArgumentException("no entry " + index + " in the ledger"));
    }

    @Override
    public ReleaseProof prove(LedgerTree tree, long index) {
        return prove(tree, index, head(tree), Optional.empty());
    }

    @Override
    public ReleaseProof proveAt(LedgerTree tree, long index, SignedCheckpoint seen) {
        return prove(tree, index, seen, Optional.empty());
    }

    @Override
    public ReleaseProof proveSince(LedgerTree tree, long index, SignedCheckpoint seen) {
        SignedCheckpoint head = head(tree);
        long size = seen.untrusted().size();
        List<Sha256> path = subtrees(tree).consistency(size, head.untrusted().size());
        return prove(tree, index, head, Optional.of(new ReleaseProof.Consistency(size, path)));
    }

    private static ReleaseProof prove(
            LedgerTree tree, long index, SignedCheckpoint head, Optional<ReleaseProof.Consistency> consistency) {
        List<Sha256> path = subtrees(tree).inclusion(index, head.untrusted().size());
        return new ReleaseProof(bytes(tree, index), index, path, head, consistency);
    }

    @Override
    public SignedCheckpoint recognise(LedgerTree tree, String note) throws LedgerRefusedException {
        SignedCheckpoint signed = SignedCheckpoint.parse(note);
        Checkpoint seen = signed.verify(signer.key());
        if (seen.size() > tree.appended()) {
            throw new LedgerRefusedException(
                    "cut-off", "A checkpoint that was seen is newer than this ledger: its tail was lost.");
        }
        if (!seen.root().equals(subtrees(tree).root(seen.size()))) {
            throw new LedgerRefusedException(
                    "forked", "A checkpoint that was seen is not one of this ledger's history.");
        }
        return signed;
    }

    private static SignedCheckpoint head(LedgerTree tree) {
        return SignedCheckpoint.kept(tree.newestCheckpoint()
                .orElseThrow(() -> new IllegalArgumentException("the ledger is empty and proves nothing")));
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
            return SignedCheckpoint.kept(note).verify(signer.key());
        } catch (LedgerRefusedException e) {
            throw new IllegalStateException("the ledger's newest checkpoint is not signed with its key", e);
        }
    }

    private static Subtrees subtrees(LedgerTree tree) {
        return (level, index) -> tree.node(level, index)
                .orElseThrow(() -> new IllegalStateException("the ledger lacks a node of its tree"));
    }

    /** Never written to once remembered: an append works on a copy. */
    private record Edge(String checkpoint, Frontier frontier) {}
}
