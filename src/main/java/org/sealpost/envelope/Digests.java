package org.sealpost.envelope;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-384 (FIPS 180-4), the digest of every signature here. */
final class Digests {
    private Digests() {}

    static byte[] sha384(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-384");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-384", e);
        }
    }
}
