package org.sealpost.reading.structure.rtf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The data of an object in RTF ([MS-OLEDS] 2.2.4 and 2.2.5): what it wraps; anything else as it is. */
final class RtfObject {
    private static final int VERSION = 0x0501;

    private RtfObject() {}

    static byte[] unwrapped(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 12 || in.getInt() != VERSION) {
            return bytes;
        }
        int format = in.getInt();
        for (int i = 0; i < 3; i++) {
            int length = in.remaining() < 4 ? -1 : in.getInt();
            if (length < 0 || length > in.remaining()) {
                return bytes;
            }
            in.position(in.position() + length);
        }
        int size = in.remaining() < 4 ? -1 : in.getInt();
        if (format != 2 || size < 0 || size > in.remaining()) {
            return bytes;
        }
        byte[] wrapped = new byte[size];
        in.get(wrapped);
        return wrapped;
    }
}
