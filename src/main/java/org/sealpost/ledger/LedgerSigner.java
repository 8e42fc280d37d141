package org.sealpost.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.sealpost.submission.Sha256;

/** Signs checkpoints with the ledger's private key, which it never shows. Safe to share between threads. */
public final class LedgerSigner {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final LedgerKey key;
    private final PrivateKey privateKey;

    private LedgerSigner(LedgerKey key, PrivateKey privateKey) {
        this.key = key;
        this.privateKey = privateKey;
    }

    /**
     * @param key the public half, which also gives the ledger its name
     * @param pem the private half: an unencrypted PKCS #8 Ed25519 key (RFC 8410) in PEM
     * @throws LedgerRefusedException where it is no such key, or not the other half
     */
    public static LedgerSigner of(LedgerKey key, String pem) throws LedgerRefusedException {
        String bare = pem.strip();
        if (!bare.startsWith(BEGIN) || !bare.endsWith(END)) {
            throw notAKey();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(bare.substring(BEGIN.length(), bare.length() - END.length()));
            PrivateKey privateKey = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
            LedgerSigner signer = new LedgerSigner(key, privateKey);
            signer.sign(0, Sha256.of()).verify(key);
            return signer;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw notAKey();
        }
    }

    public LedgerKey key() {
        return key;
    }

    SignedCheckpoint sign(long size, Sha256 root) {
        Checkpoint checkpoint = new Checkpoint(key.origin(), size, root);
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(checkpoint.body().getBytes(StandardCharsets.UTF_8));
            return SignedCheckpoint.signed(checkpoint, Strict.join(key.id(), ed25519.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the ledger's key does not sign", e);
        }
    }

    private static LedgerRefusedException notAKey() {
        return new LedgerRefusedException("not-a-key", "The ledger's private key cannot be read.");
    }

    @Override
    public String toString() {
        return "the signer of " + key;
    }
}
