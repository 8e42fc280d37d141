package org.sealpost.envelope;

import java.util.Arrays;

/** Goes through the values of a DER encoding without reading what it steps over, however large that is. */
final class DerWalk {
    private final byte[] der;
    private int at;

    DerWalk(byte[] der) {
        this.der = der;
    }

    /** To the first value inside the one it stands at. */
    DerWalk enter() {
        at = contents();
        return this;
    }

    /** To the value behind the one it stands at. */
    DerWalk skip() {
        at = end();
        return this;
    }

    /** The whole value it stands at. */
    byte[] take() {
        return Arrays.copyOfRange(der, at, end());
    }

    private int contents() {
        int length = octet(at + 1);
        return at + 2 + (length < 0x80 ? 0 : length & 0x7f);
    }

    private int end() {
        int length = octet(at + 1);
        int start = contents();
        if (length >= 0x80) {
            long counted = 0;
            for (int i = at + 2; i < start; i++) {
                counted = counted << 8 | octet(i);
            }
            return within(start + counted);
        }
        return within((long) start + length);
    }

    private int octet(int index) {
        return der[within(index + 1L) - 1] & 0xff;
    }

    private int within(long index) {
        if (index < 0 || index > der.length) {
            throw new IllegalArgumentException("not DER");
        }
        return (int) index;
    }
}
