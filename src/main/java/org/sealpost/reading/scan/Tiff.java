package org.sealpost.reading.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes several grey pictures as one uncompressed TIFF 6.0 file in memory. */
final class Tiff {
    private static final int TAGS = 11;
    private static final int DIRECTORY = 2 + TAGS * 12 + 4 + 8;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int DOTS_AN_INCH = 300;

    private Tiff() {}

    static byte[] of(List<Grey> pictures) {
        long size = 8;
        for (Grey picture : pictures) {
            size += DIRECTORY + even(picture.pixels.length);
        }
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        for (int i = 0; i < pictures.size(); i++) {
            Grey picture = pictures.get(i);
            int at = out.position();
            int data = at + DIRECTORY;
            out.putShort((short) TAGS);
            tag(out, 256, LONG, picture.width);
            tag(out, 257, LONG, picture.height);
            tag(out, 258, SHORT, 8);
            tag(out, 259, SHORT, 1);
            tag(out, 262, SHORT, 1);
            tag(out, 273, LONG, data);
            tag(out, 277, SHORT, 1);
            tag(out, 278, LONG, picture.height);
            tag(out, 279, LONG, picture.pixels.length);
            tag(out, 282, RATIONAL, at + DIRECTORY - 8);
            tag(out, 283, RATIONAL, at + DIRECTORY - 8);
            out.putInt(i + 1 < pictures.size() ? data + even(picture.pixels.length) : 0);
            out.putInt(DOTS_AN_INCH).putInt(1);
            out.put(picture.pixels);
            out.position(data + even(picture.pixels.length));
        }
        return out.array();
    }

    private static int even(int length) {
        return length + length % 2;
    }

    private static void tag(ByteBuffer out, int tag, int type, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
    }
}
