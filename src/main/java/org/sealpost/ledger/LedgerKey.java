package org.sealpost.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sealpost.submission.Sha256;

/** The ledger's public key and name (a C2SP signed-note verifier key, Ed25519). Safe to share between threads. */
public final class LedgerKey {
    /** Key id and Ed25519 signature. */
    static final int SIGNATURE_LENGTH = 4 + 64;

    private static final Pattern VKEY =
            Pattern.compile("([^\\s+]{1,200})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})(?:\r?\n)?");
    private static final byte ED25519 = 1;
    /** SubjectPublicKeyInfo of RFC 8410 before the 32 bytes of the key. */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String origin;
    private final byte[] id;
    private final PublicKey key;

    private LedgerKey(String origin, byte[] id, PublicKey key) {
        this.origin = origin;
        this.id = id;
        this.key = key;
    }

    /**
     * Reads {@code name+id+key}, as it stands in {@code ledger.vkey}, with or without the line's end.
     *
     * @throws LedgerRefusedException where it is not an Ed25519 verifier key or its id does not match
     */
    public static LedgerKey parse(String vkey) throws LedgerRefusedException {
        Matcher parts = VKEY.matcher(vkey);
        if (!parts.matches()) {
            throw notAKey();
        }
        String name = parts.group(1);
        byte[] typed = Strict.unbase64(parts.group(3), 33);
        byte[] id = Arrays.copyOf(
                Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), typed).bytes(), 4);
        if (typed[0] != ED25519 || !HexFormat.of().formatHex(id).equals(parts.group(2))) {
            throw notAKey();
        }
        try {
            byte[] encoded = Strict.join(SPKI, Arrays.copyOfRange(typed, 1, 33));
            return new LedgerKey(
                    name, id, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw notAKey();
        }
    }

    /** The ledger's name. */
    public String origin() {
        return origin;
    }

    boolean verifies(String body, byte[] idAndSignature) {
        if (!MessageDigest.isEqual(id, Arrays.copyOf(idAndSignature, 4))) {
            return false;
        }
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(body.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(idAndSignature, 4, 64);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    byte[] id() {
        return id.clone();
    }

    private static LedgerRefusedException notAKey() {
        return new LedgerRefusedException("not-a-key", "The ledger's public key cannot be read.");
    }

    @Override
    public String toString() {
        return origin + "+" + HexFormat.of().formatHex(id);
    }
}
