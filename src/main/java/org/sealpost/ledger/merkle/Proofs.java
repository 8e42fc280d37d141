package org.sealpost.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.submission.Sha256;

/** Checks proofs as RFC 9162 says, sections 2.1.3.2 and 2.1.4.2. A proof that is too long or too short is false. */
public final class Proofs {
    private Proofs() {}

    /** Whether {@code leaf} stands at {@code index} of the tree of {@code size} entries with that root. */
    public static boolean includes(Sha256 leaf, long index, long size, List<Sha256> path, Sha256 root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        Sha256 hash = leaf;
        for (Sha256 sibling : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = TreeHash.node(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                hash = TreeHash.node(hash, sibling);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && hash.equals(root);
    }

    /** Whether the tree of {@code second} entries continues the one of {@code first}. */
    public static boolean consistent(long first, Sha256 firstRoot, long second, Sha256 secondRoot, List<Sha256> proof) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == 0) {
            return proof.isEmpty() && firstRoot.equals(TreeHash.EMPTY) && (second != 0 || secondRoot.equals(firstRoot));
        }
        if (first == second) {
            return proof.isEmpty() && firstRoot.equals(secondRoot);
        }
        List<Sha256> path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            path.add(0, firstRoot);
        }
        return !path.isEmpty() && walk(first - 1, second - 1, path, firstRoot, secondRoot);
    }

    private static boolean walk(long first, long second, List<Sha256> path, Sha256 firstRoot, Sha256 secondRoot) {
        int complete = Long.numberOfTrailingZeros(~first);
        long fn = first >>> complete;
        long sn = second >>> complete;
        Sha256 older = path.get(0);
        Sha256 newer = path.get(0);
        for (Sha256 sibling : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                older = TreeHash.node(sibling, older);
                newer = TreeHash.node(sibling, newer);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                newer = TreeHash.node(newer, sibling);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && older.equals(firstRoot) && newer.equals(secondRoot);
    }
}
