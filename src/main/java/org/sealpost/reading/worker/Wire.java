package org.sealpost.reading.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What goes over the pipe. Integers are big-endian; a text is its length in bytes (int) and UTF-8.
 *
 * <p>To the worker, for each original: {@link #REQUEST}, name, declared type, whether pages are to be drawn (byte), how many parts not to open, of each its
 * number and the reason, the number from which on none is opened and the reason, then the length (int) and the bytes. From the worker: one {@link #READY} after its start; for each
 * original frames, each a byte for its kind, the length of its body (int) and the body, {@link #DONE} being the last.
 */
final class Wire {
    static final int REQUEST = 0x53504F31;

    static final byte READY = 1;
    static final byte BEGINS = 2;
    static final byte ENDS = 3;
    static final byte SUBSTANCE = 4;
    static final byte DONE = 5;
    static final byte NAMED = 6;
    static final byte PAGE = 7;
    static final byte RECOGNISE = 8;
    static final int RECOGNISE_HEAD = 6;

    static final int ANSWER = 0x53504F32;
    static final byte RECOGNISED = 1;
    static final byte LATE = 2;
    static final byte FAILED = 3;

    private Wire() {}

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** @throws IOException where it is longer than {@code most} bytes or not UTF-8; nothing is allocated before that check */
    static String readText(DataInputStream in, int most) throws IOException {
        byte[] bytes = readBytes(in, most);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("not UTF-8", e);
        }
    }

    /** A length and as many bytes. {@code readNBytes} allocates as they come, so a false length costs nothing. */
    static byte[] readBytes(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("longer than agreed");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the pipe ended inside a value");
        }
        return bytes;
    }
}
