package org.sealpost.submission;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A SHA-256 digest (FIPS 180-4): 32 bytes, written as 64 lower-case hexadecimal digits. */
public final class Sha256 implements Comparable<Sha256> {
    /** Looking one up takes longer than most digests. */
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::digest);

    private final byte[] bytes;

    private Sha256(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes");
        }
        this.bytes = bytes;
    }

    /** The digest of all parts, one after the other. */
    public static Sha256 of(byte[]... parts) {
        MessageDigest digest = DIGEST.get();
        digest.reset();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Sha256(digest.digest());
    }

    /** HMAC-SHA256 (RFC 2104) of all parts, one after the other. */
    public static Sha256 hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return new Sha256(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public static Sha256 ofDigest(byte[] digest) {
        return new Sha256(digest.clone());
    }

    /** @throws IllegalArgumentException unless {@code hex} is 64 lower-case hexadecimal digits */
    public static Sha256 parse(String hex) {
        Sha256 parsed = new Sha256(HexFormat.of().parseHex(hex));
        if (!parsed.toString().equals(hex)) {
            throw new IllegalArgumentException("a digest is written in lower case");
        }
        return parsed;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public int compareTo(Sha256 other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
