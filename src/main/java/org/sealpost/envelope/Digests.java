package org.sealpost.envelope;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-384 (FIPS 180-4), the digest of every signature here. */
final class Digests {
    private Digests() {}

    static byte[] sha384(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-384").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-384", e);
        }
    }
}
