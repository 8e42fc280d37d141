package org.sealpost.envelope;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every way of damaging a DER encoding by one of its values: dropped, repeated, emptied, swapped with its neighbour. */
final class Mutations {
    /** A value within the encoding, from its tag to its end. */
    record Value(int at, int contents, int end, List<Value> inside) {
        byte[] in(byte[] der) {
            return Arrays.copyOfRange(der, at, end);
        }

        /** Tag and length alone. */
        int header() {
            return contents - at;
        }
    }

    private Mutations() {}

    static Value read(byte[] der) {
        return read(der, 0);
    }

    private static Value read(byte[] der, int at) {
        int length = der[at + 1] & 0xff;
        int contents = at + 2;
        if (length >= 0x80) {
            int octets = length & 0x7f;
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = length << 8 | der[contents + i] & 0xff;
            }
            contents += octets;
        }
        List<Value> inside = new ArrayList<>();
        boolean constructed = (der[at] & 0x20) != 0;
        for (int next = contents; constructed && next < contents + length; ) {
            Value value = read(der, next);
            inside.add(value);
            next = value.end();
        }
        return new Value(at, contents, contents + length, inside);
    }

    /** It and all that is in it. */
    static List<Value> all(Value value) {
        List<Value> all = new ArrayList<>(List.of(value));
        value.inside().forEach(inner -> all.addAll(all(inner)));
        return all;
    }

    /** The encoding with other bytes in place of one value, all lengths around it made right. */
    static byte[] with(byte[] der, Value whole, Value instead, byte[]... replacement) {
        if (whole == instead) {
            return joined(replacement);
        }
        if (whole.inside().isEmpty() || instead.at() < whole.at() || instead.end() > whole.end()) {
            return whole.in(der);
        }
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        whole.inside().forEach(inner -> contents.writeBytes(with(der, inner, instead, replacement)));
        return wrapped(der[whole.at()], contents.toByteArray());
    }

    static byte[] wrapped(byte tag, byte[] contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (contents.length < 0x80) {
            out.write(contents.length);
        } else {
            int octets = (39 - Integer.numberOfLeadingZeros(contents.length)) / 8;
            out.write(0x80 | octets);
            for (int i = octets - 1; i >= 0; i--) {
                out.write(contents.length >> (8 * i));
            }
        }
        out.writeBytes(contents);
        return out.toByteArray();
    }

    static List<byte[]> ofEveryValue(byte[] der) {
        Value whole = read(der);
        List<byte[]> mutations = new ArrayList<>();
        for (Value value : all(whole)) {
            byte[] own = value.in(der);
            mutations.add(with(der, whole, value));
            mutations.add(with(der, whole, value, own, own));
            mutations.add(with(der, whole, value, wrapped(der[value.at()], new byte[0])));
            mutations.add(with(der, whole, value, wrapped((byte) 0x30, own)));
            for (int i = 1; i < value.inside().size(); i++) {
                mutations.add(with(der, whole, value, wrapped(der[value.at()], swapped(der, value, i))));
            }
        }
        mutations.removeIf(mutation -> Arrays.equals(mutation, der));
        return mutations;
    }

    private static byte[] swapped(byte[] der, Value value, int at) {
        List<byte[]> parts = new ArrayList<>(
                value.inside().stream().map(inner -> inner.in(der)).toList());
        parts.add(at - 1, parts.remove(at));
        return joined(parts.toArray(new byte[0][]));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
