package org.sealpost.envelope;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-384 and SHA-512 (FIPS 180-4): the digests of signatures by ECDSA and by ML-DSA. */
final class Digests {
    private Digests() {}

    static byte[] sha384(byte[] message) {
        return digest("SHA-384", message);
    }

    static byte[] sha512(byte[] message) {
        return digest("SHA-512", message);
    }

    private static byte[] digest(String algorithm, byte[] message) {
        try {
            return MessageDigest.getInstance(algorithm).digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
