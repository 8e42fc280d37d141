package org.sealpost.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The private half of a {@link NoteKey}, which it never shows. Safe to share between threads. */
final class NotePrivateKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final String PROBE = "the two halves belong together";

    private final NoteKey key;
    private final PrivateKey privateKey;

    private NotePrivateKey(NoteKey key, PrivateKey privateKey) {
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
            NotePrivateKey signer = new NotePrivateKey(
                    key, KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der)));
            if (key.verifies(PROBE, signer.sign(PROBE), 0)) {
                return signer;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Refused below.
        }
        throw notAKey();
    }

    NoteKey key() {
        return key;
    }

    byte[] sign(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key does not sign", e);
        }
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
