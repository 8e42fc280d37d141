package org.sealpost.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** The private half of a {@link NoteKey}, which it never shows. Safe to share between threads. */
final class NotePrivateKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final String PROBE = "the two halves belong together";

    private final NoteKey key;
    private final Ed25519PrivateKeyParameters privateKey;

    private NotePrivateKey(NoteKey key, Ed25519PrivateKeyParameters privateKey) {
        this.key = key;
        this.privateKey = privateKey;
    }

    /**
     * @param pem the private half: an unencrypted PKCS #8 Ed25519 key (RFC 8410) in PEM
     * @throws LedgerRefusedException where it is no such key, or not the other half
     */
    static NotePrivateKey of(NoteKey key, String pem) throws LedgerRefusedException {
        String bare = pem.strip();
        if (!bare.startsWith(BEGIN) || !bare.endsWith(END)) {
            throw notAKey();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(bare.substring(BEGIN.length(), bare.length() - END.length()));
            if (PrivateKeyFactory.createKey(der) instanceof Ed25519PrivateKeyParameters readable) {
                NotePrivateKey signer = new NotePrivateKey(key, readable);
                if (key.verifies(PROBE, signer.sign(PROBE), 0)) {
                    return signer;
                }
            }
        } catch (IOException | RuntimeException e) {
            // Refused below.
        }
        throw notAKey();
    }

    NoteKey key() {
        return key;
    }

    byte[] sign(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer ed25519 = new Ed25519Signer();
        ed25519.init(true, privateKey);
        ed25519.update(bytes, 0, bytes.length);
        return ed25519.generateSignature();
    }

    private static LedgerRefusedException notAKey() {
        return new LedgerRefusedException(
                "not-a-key", "A private key of a ledger or a witness cannot be read, or is not the public one's half.");
    }

    @Override
    public String toString() {
        return "the signer of " + key;
    }
}
