package org.sealpost.ledger;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * The public key by which a witness of the ledger is known (a C2SP verifier key of type 4, tlog-cosignature). Safe to share
 * between threads.
 */
public final class WitnessKey {
    /** Key id, time and Ed25519 signature. */
    static final int COSIGNATURE_LENGTH = NoteKey.ID_LENGTH + Long.BYTES + NoteKey.SIGNATURE_LENGTH;

    private final NoteKey key;

    private WitnessKey(NoteKey key) {
        this.key = key;
    }

    /**
     * Reads {@code name+id+key}, as it stands in {@code witness.vkey}, with or without the line's end.
     *
     * @throws LedgerRefusedException where it is no witness's verifier key or its id does not match
     */
    public static WitnessKey parse(String vkey) throws LedgerRefusedException {
        return new WitnessKey(NoteKey.parse(vkey, NoteKey.Kind.WITNESS));
    }

    /** The witness's name, which stands before its cosignature. */
    public String name() {
        return key.name();
    }

    /** When this witness says that it saw the checkpoint. */
    Instant verified(Checkpoint checkpoint, byte[] cosignature) throws LedgerRefusedException {
        long seconds = ByteBuffer.wrap(cosignature).getLong(NoteKey.ID_LENGTH);
        if (seconds < 0
                || !key.hasId(cosignature)
                || !key.verifies(signedText(checkpoint, seconds), cosignature, NoteKey.ID_LENGTH + Long.BYTES)) {
            throw new LedgerRefusedException("wrong-cosignature", "A checkpoint's cosignature is not that witness's.");
        }
        return Instant.ofEpochSecond(seconds);
    }

    static String signedText(Checkpoint checkpoint, long seconds) {
        return "cosignature/v1\ntime " + seconds + "\n" + checkpoint.body();
    }

    NoteKey key() {
        return key;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
