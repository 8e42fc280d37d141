package org.sealpost.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.submission.Sha256;

/** Looks up the roots of complete subtrees; everything else about the tree follows from them in O(log n) look-ups. */
@FunctionalInterface
public interface Subtrees {
    /** @throws IllegalStateException where that subtree is not there */
    Sha256 node(int level, long index);

    /** The root of the tree of the first {@code size} entries. */
    default Sha256 root(long size) {
        return size == 0 ? TreeHash.EMPTY : range(0, size);
    }

    /** PATH(index, D[size]) of RFC 9162, section 2.1.3.1. */
    default List<Sha256> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no entry " + index + " in a tree of " + size);
        }
        List<Sha256> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    /** PROOF(first, D[second]) of RFC 9162, section 2.1.4.1; empty where either is trivial. */
    default List<Sha256> consistency(long first, long second) {
        if (first < 0 || first > second) {
            throw new IllegalArgumentException("a tree of " + second + " is no later than one of " + first);
        }
        List<Sha256> path = new ArrayList<>();
        if (first != 0 && first != second) {
            consistency(first, 0, second, true, path);
        }
        return path;
    }

    private void inclusion(long index, long from, long to, List<Sha256> path) {
        if (to - from == 1) {
            return;
        }
        long middle = split(from, to);
        if (index < middle) {
            inclusion(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            inclusion(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    private void consistency(long first, long from, long to, boolean known, List<Sha256> path) {
        if (first == to) {
            if (!known) {
                path.add(range(from, to));
            }
            return;
        }
        long middle = split(from, to);
        if (first <= middle) {
            consistency(first, from, middle, known, path);
            path.add(range(middle, to));
        } else {
            consistency(first, middle, to, false, path);
            path.add(range(from, middle));
        }
    }

    private Sha256 range(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return node(level, from >>> level);
        }
        long middle = split(from, to);
        return TreeHash.node(range(from, middle), range(middle, to));
    }

    private static long split(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }
}
