package org.sealpost.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sealpost.ledger.merkle.Frontier;
import org.sealpost.submission.Sha256;

/**
 * Heads of the ledger that somebody has seen, held against all its entries at once, when the last one is known. Remembers 32
 * bytes an entry. Confined to one thread.
 */
final class SeenHeads {
    private static final int HASH = 32;
    private static final int LEAVES_OF_A_BLOCK = 1 << 14;

    private final TreeMap<Long, Checkpoint> seen = new TreeMap<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private long count;

    /** @throws LedgerRefusedException where another head of the same size was seen */
    void require(Checkpoint head) throws LedgerRefusedException {
        Checkpoint same = seen.putIfAbsent(head.size(), head);
        if (same != null && !same.equals(head)) {
            throw forked();
        }
    }

    void append(Sha256 leaf) {
        if (count % LEAVES_OF_A_BLOCK == 0) {
            leaves.add(new byte[LEAVES_OF_A_BLOCK * HASH]);
        }
        System.arraycopy(leaf.bytes(), 0, block(count), offset(count), HASH);
        count++;
    }

    /** @throws LedgerRefusedException unless all that was seen are heads of the tree of the appended leaves */
    void requireAll() throws LedgerRefusedException {
        if (!seen.isEmpty() && seen.lastKey() > count) {
            throw new LedgerRefusedException(
                    "cut-off",
                    "A checkpoint that was seen is newer than the ledger at that place: its tail was cut off.");
        }
        Frontier tree = Frontier.empty();
        for (Map.Entry<Long, Checkpoint> head : seen.entrySet()) {
            while (tree.size() < head.getKey()) {
                tree.append(leaf(tree.size()), (level, index, hash) -> {});
            }
            if (!tree.root().equals(head.getValue().root())) {
                throw forked();
            }
        }
    }

    private Sha256 leaf(long index) {
        int at = offset(index);
        return Sha256.ofDigest(Arrays.copyOfRange(block(index), at, at + HASH));
    }

    private byte[] block(long index) {
        return leaves.get(Math.toIntExact(index / LEAVES_OF_A_BLOCK));
    }

    private static int offset(long index) {
        return (int) (index % LEAVES_OF_A_BLOCK) * HASH;
    }

    private static LedgerRefusedException forked() {
        return new LedgerRefusedException("forked", "A checkpoint that was seen is not one of this ledger's history.");
    }
}
