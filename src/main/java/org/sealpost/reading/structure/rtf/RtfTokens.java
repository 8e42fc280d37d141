package org.sealpost.reading.structure.rtf;

import java.nio.charset.StandardCharsets;

/** The tokens of RTF (Microsoft's specification 1.9.1): groups, control words, letters. Bytes, not yet text. */
final class RtfTokens {
    private static final int LONGEST_WORD = 40;

    private final byte[] bytes;
    private int at;

    /** The word of a {@link Kind#WORD}. */
    String word = "";

    /** Its number, {@link #NONE} where it has none; of a {@link Kind#BYTE} the byte. */
    int number;

    static final int NONE = Integer.MIN_VALUE;

    enum Kind {
        OPEN,
        CLOSE,
        WORD,
        BYTE,
        END
    }

    RtfTokens(byte[] bytes) {
        this.bytes = bytes;
    }

    Kind next() {
        while (at < bytes.length) {
            byte b = bytes[at++];
            switch (b) {
                case '{':
                    return Kind.OPEN;
                case '}':
                    return Kind.CLOSE;
                case '\\':
                    return control();
                case '\r', '\n', 0:
                    break;
                default:
                    number = b & 0xFF;
                    return Kind.BYTE;
            }
        }
        return Kind.END;
    }

    private Kind control() {
        if (at >= bytes.length) {
            return Kind.END;
        }
        int c = bytes[at];
        if (isLetter(c)) {
            int from = at;
            while (at < bytes.length && isLetter(bytes[at]) && at - from < LONGEST_WORD) {
                at++;
            }
            word = new String(bytes, from, at - from, StandardCharsets.US_ASCII);
            number = number();
            if (at < bytes.length && bytes[at] == ' ') {
                at++;
            }
            if (word.equals("bin")) {
                at += Math.max(0, Math.min(number, bytes.length - at));
                return next();
            }
            return Kind.WORD;
        }
        at++;
        if (c == '\'' && at + 1 < bytes.length) {
            number = (digit(bytes[at]) << 4) + digit(bytes[at + 1]);
            at += 2;
            return Kind.BYTE;
        }
        word = Character.toString((char) (c & 0xFF));
        number = NONE;
        return Kind.WORD;
    }

    private int number() {
        int from = at;
        if (at < bytes.length && bytes[at] == '-') {
            at++;
        }
        int digits = at;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - digits < 10) {
            at++;
        }
        if (at == digits) {
            at = from;
            return NONE;
        }
        long value = Long.parseLong(new String(bytes, from, at - from, StandardCharsets.US_ASCII));
        return (int) Math.max(Integer.MIN_VALUE + 1L, Math.min(Integer.MAX_VALUE, value));
    }

    private static int digit(byte b) {
        return Math.max(0, Character.digit(b, 16));
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
