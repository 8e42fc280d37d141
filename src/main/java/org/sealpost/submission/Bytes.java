package org.sealpost.submission;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Bytes that are content or the seal of content: immutable, equal by value, and never printed.
 *
 * <p>{@link #of} takes the array over and {@link #array} hands the same one out, so that a large document stands in
 * memory once; nobody writes to either.
 */
public final class Bytes {
    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    public static Bytes of(byte[] array) {
        return new Bytes(array);
    }

    public byte[] array() {
        return array;
    }

    public int size() {
        return array.length;
    }

    public InputStream stream() {
        return new ByteArrayInputStream(array);
    }

    public Sha256 sha256() {
        return Sha256.of(array);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** Says how many there are, never what they are. */
    @Override
    public String toString() {
        return array.length + " bytes";
    }
}
