package org.sealpost.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.submission.Sha256;

/**
 * The right edge of a growing tree: the roots of the complete subtrees that make it up, largest first. That is all an
 * append needs, at most 63 hashes for any tree. Mutable; confined to one thread.
 */
public final class Frontier {
    private final List<Sha256> peaks;
    private long size;

    private Frontier(long size, List<Sha256> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    public static Frontier empty() {
        return new Frontier(0, new ArrayList<>());
    }

    /** The right edge of the tree of {@code size} entries that stands in {@code subtrees}. */
    public static Frontier of(Subtrees subtrees, long size) {
        List<Sha256> peaks = new ArrayList<>();
        long covered = 0;
        for (int level = 62; level >= 0; level--) {
            long width = 1L << level;
            if ((size & width) != 0) {
                peaks.add(subtrees.node(level, covered >>> level));
                covered += width;
            }
        }
        return new Frontier(size, peaks);
    }

    public Frontier copy() {
        return new Frontier(size, new ArrayList<>(peaks));
    }

    /** Appends a leaf and tells {@code sink} every subtree that it completes, the leaf itself first. */
    public void append(Sha256 leaf, Sink sink) {
        Sha256 hash = leaf;
        long index = size;
        int level = 0;
        sink.complete(level, index, hash);
        while ((index & 1) == 1) {
            hash = TreeHash.node(peaks.remove(peaks.size() - 1), hash);
            index >>>= 1;
            level++;
            sink.complete(level, index, hash);
        }
        peaks.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    /** The root of the whole tree. */
    public Sha256 root() {
        if (peaks.isEmpty()) {
            return TreeHash.EMPTY;
        }
        Sha256 root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = TreeHash.node(peaks.get(i), root);
        }
        return root;
    }

    /** Is told of complete subtrees: node {@code index} of {@code level} covers the leaves from {@code index * 2^level}. */
    @FunctionalInterface
    public interface Sink {
        void complete(int level, long index, Sha256 hash);
    }
}
