package org.sealpost.ledger;

import org.sealpost.submission.Sha256;

/** Signs checkpoints with the ledger's private key, which it never shows. Safe to share between threads. */
public final class LedgerSigner {
    private final LedgerKey key;
    private final NotePrivateKey signer;

    private LedgerSigner(LedgerKey key, NotePrivateKey signer) {
        this.key = key;
        this.signer = signer;
    }

    /**
     * @param key the public half, which also gives the ledger its name
     * @param pem the private half: an unencrypted PKCS #8 Ed25519 key (RFC 8410) in PEM
     * @throws LedgerRefusedException where it is no such key, or not the other half
     */
    public static LedgerSigner of(LedgerKey key, String pem) throws LedgerRefusedException {
        return new LedgerSigner(key, NotePrivateKey.of(key.key(), pem));
    }

    public LedgerKey key() {
        return key;
    }

    SignedCheckpoint sign(long size, Sha256 root) {
        Checkpoint checkpoint = new Checkpoint(key.origin(), size, root);
        return SignedCheckpoint.signed(checkpoint, Strict.join(key.key().id(), signer.sign(checkpoint.body())));
    }

    @Override
    public String toString() {
        return signer.toString();
    }
}
