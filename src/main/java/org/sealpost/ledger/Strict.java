package org.sealpost.ledger;

import java.util.Arrays;
import java.util.Base64;
import org.sealpost.submission.Sha256;

/** Numbers and base64 (RFC 4648, section 4) of which every character counts: one value, one writing. */
final class Strict {
    private Strict() {}

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] unbase64(String text) throws LedgerRefusedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, like every other writing that is not the one.
        }
        throw new LedgerRefusedException("not-canonical", "What should be canonical base64 is not.");
    }

    static byte[] unbase64(String text, int length) throws LedgerRefusedException {
        byte[] bytes = unbase64(text);
        if (bytes.length != length) {
            throw new LedgerRefusedException("not-canonical", "A hash, key or signature has the wrong length.");
        }
        return bytes;
    }

    static Sha256 hash(String base64) throws LedgerRefusedException {
        return Sha256.ofDigest(unbase64(base64, 32));
    }

    /** A decimal number from 0 to 2^63 - 1 without sign and leading zeros. */
    static long number(String text) throws LedgerRefusedException {
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && Long.toString(number).equals(text)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        throw new LedgerRefusedException("not-canonical", "What should be a decimal number is not.");
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
