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

/** An Ed25519 key under a name, as signed notes know it (C2SP signed-note, a verifier key). */
record NoteKey(String name, Kind kind, byte[] id, PublicKey key) {
    static final int ID_LENGTH = 4;
    static final int SIGNATURE_LENGTH = 64;

    private static final Pattern VKEY =
            Pattern.compile("([^\\s+]{1,200})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})(?:\r?\n)?");
    /** SubjectPublicKeyInfo of RFC 8410 before the 32 bytes of the key. */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    /** What the key signs, as a byte before it. */
    enum Kind {
        /** The note itself. */
        LOG((byte) 1),
        /** The note and a time: C2SP tlog-cosignature. */
        WITNESS((byte) 4);

        private final byte type;

        Kind(byte type) {
            this.type = type;
        }
    }

    /** @throws LedgerRefusedException where it is no such verifier key or its id does not match */
    static NoteKey parse(String vkey, Kind kind) throws LedgerRefusedException {
        Matcher parts = VKEY.matcher(vkey);
        if (!parts.matches()) {
            throw notAKey();
        }
        String name = parts.group(1);
        byte[] typed = Strict.unbase64(parts.group(3), 33);
        byte[] id = Arrays.copyOf(
                Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), typed).bytes(), ID_LENGTH);
        if (typed[0] != kind.type || !HexFormat.of().formatHex(id).equals(parts.group(2))) {
            throw notAKey();
        }
        try {
            byte[] encoded = Strict.join(SPKI, Arrays.copyOfRange(typed, 1, 33));
            return new NoteKey(
                    name, kind, id, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw notAKey();
        }
    }

    boolean hasId(byte[] idAndMore) {
        return MessageDigest.isEqual(id, Arrays.copyOf(idAndMore, ID_LENGTH));
    }

    boolean verifies(String text, byte[] bytes, int signatureAt) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(bytes, signatureAt, SIGNATURE_LENGTH);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    private static LedgerRefusedException notAKey() {
        return new LedgerRefusedException("not-a-key", "A public key of a ledger or a witness cannot be read.");
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(id);
    }
}
