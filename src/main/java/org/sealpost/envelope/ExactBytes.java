package org.sealpost.envelope;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Bytes whose number is found by writing them twice, the first time to nowhere: so something large stands in memory once, not
 * in a buffer that grows and in a copy of it.
 */
final class ExactBytes {
    private ExactBytes() {}

    /** @param writing writes the same each time */
    static byte[] of(Writing writing) {
        try {
            Counted counted = new Counted();
            writing.to(counted);
            Filled filled = new Filled(new byte[Math.toIntExact(counted.count)]);
            writing.to(filled);
            return filled.bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("writing in memory cannot fail", e);
        }
    }

    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static final class Counted extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }

    private static final class Filled extends OutputStream {
        private final byte[] bytes;
        private int size;

        Filled(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int b) {
            bytes[size++] = (byte) b;
        }

        @Override
        public void write(byte[] from, int at, int length) {
            System.arraycopy(from, at, bytes, size, length);
            size += length;
        }
    }
}
