package org.sealpost.ledger;

/** The ledger's public key and name (a C2SP signed-note verifier key, Ed25519). Safe to share between threads. */
public final class LedgerKey {
    /** Key id and Ed25519 signature. */
    static final int SIGNATURE_LENGTH = NoteKey.ID_LENGTH + NoteKey.SIGNATURE_LENGTH;

    private final NoteKey key;

    private LedgerKey(NoteKey key) {
        this.key = key;
    }

    /**
     * Reads {@code name+id+key}, as it stands in {@code ledger.vkey}, with or without the line's end.
     *
     * @throws LedgerRefusedException where it is not an Ed25519 verifier key or its id does not match
     */
    public static LedgerKey parse(String vkey) throws LedgerRefusedException {
        return new LedgerKey(NoteKey.parse(vkey, NoteKey.Kind.LOG));
    }

    /** The ledger's name. */
    public String origin() {
        return key.name();
    }

    boolean verifies(String body, byte[] idAndSignature) {
        return key.hasId(idAndSignature) && key.verifies(body, idAndSignature, NoteKey.ID_LENGTH);
    }

    NoteKey key() {
        return key;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
