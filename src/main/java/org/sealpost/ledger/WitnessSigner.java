package org.sealpost.ledger;

import java.nio.ByteBuffer;
import java.time.Instant;

/** Cosigns checkpoints that a witness has seen and found to continue what it saw before. Safe to share between threads. */
public final class WitnessSigner {
    private final NotePrivateKey signer;

    private WitnessSigner(NotePrivateKey signer) {
        this.signer = signer;
    }

    /**
     * @param key the public half, which also gives the witness its name
     * @param pem the private half: an unencrypted PKCS #8 Ed25519 key (RFC 8410) in PEM
     * @throws LedgerRefusedException where it is no such key, or not the other half
     */
    public static WitnessSigner of(WitnessKey key, String pem) throws LedgerRefusedException {
        return new WitnessSigner(NotePrivateKey.of(key.key(), pem));
    }

    /**
     * The checkpoint with this witness's cosignature (C2SP tlog-cosignature) instead of any other.
     *
     * @param at to the second
     */
    public SignedCheckpoint cosign(SignedCheckpoint checkpoint, Instant at) {
        long seconds = at.getEpochSecond();
        NoteKey key = signer.key();
        byte[] cosignature = ByteBuffer.allocate(WitnessKey.COSIGNATURE_LENGTH)
                .put(key.id())
                .putLong(seconds)
                .put(signer.sign(WitnessKey.signedText(checkpoint.untrusted(), seconds)))
                .array();
        return checkpoint.cosigned(key.name(), cosignature);
    }

    @Override
    public String toString() {
        return signer.toString();
    }
}
