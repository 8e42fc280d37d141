package org.sealpost.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.sealpost.submission.Sha256;

/**
 * An Ed25519 key (RFC 8032) under a name, as signed notes know it (C2SP signed-note, a verifier key). Bouncy Castle computes
 * it: on Java 17 in a tenth of the JDK's time.
 */
record NoteKey(String name, Kind kind, byte[] id, Ed25519PublicKeyParameters key) {
    static final int ID_LENGTH = 4;
    static final int SIGNATURE_LENGTH = 64;

    private static final Pattern VKEY =
            Pattern.compile("([^\\s+]{1,200})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})(?:\r?\n)?");

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
            return new NoteKey(name, kind, id, new Ed25519PublicKeyParameters(typed, 1));
        } catch (IllegalArgumentException e) {
            throw notAKey();
        }
    }

    boolean hasId(byte[] idAndMore) {
        return MessageDigest.isEqual(id, Arrays.copyOf(idAndMore, ID_LENGTH));
    }

    boolean verifies(String text, byte[] bytes, int signatureAt) {
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer ed25519 = new Ed25519Signer();
        ed25519.init(false, key);
        ed25519.update(signed, 0, signed.length);
        return ed25519.verifySignature(Arrays.copyOfRange(bytes, signatureAt, signatureAt + SIGNATURE_LENGTH));
    }

    private static LedgerRefusedException notAKey() {
        return new LedgerRefusedException("not-a-key", "A public key of a ledger or a witness cannot be read.");
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(id);
    }
}
