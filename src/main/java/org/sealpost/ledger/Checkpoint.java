package org.sealpost.ledger;

import org.sealpost.submission.Sha256;

/**
 * The ledger's head at a given size (C2SP tlog-checkpoint).
 *
 * @param origin the ledger's name, the same as its key's
 */
public record Checkpoint(String origin, long size, Sha256 root) {
    /** The text that is signed: three lines. */
    String body() {
        return origin + "\n" + size + "\n" + Strict.base64(root.bytes()) + "\n";
    }
}
