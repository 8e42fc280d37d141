package org.sealpost.ledger.merkle;

import org.sealpost.submission.Sha256;

/** The two hashes of RFC 6962, section 2.1: a leaf and an inner node can never be taken for each other. */
public final class TreeHash {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** The root of a tree without entries. */
    public static final Sha256 EMPTY = Sha256.of();

    private TreeHash() {}

    public static Sha256 leaf(byte[] entry) {
        return Sha256.of(LEAF, entry);
    }

    public static Sha256 node(Sha256 left, Sha256 right) {
        return Sha256.of(NODE, left.bytes(), right.bytes());
    }
}
