package org.sealpost.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sealpost.submission.Original;

/**
 * The header of one original in the sealed MIME entity (RFC 2045, RFC 2183). A name goes as quoted ASCII where it is
 * plain, else percent-encoded in pieces (RFC 2231), so that no quote, line break or blank of it means anything.
 */
final class PartHeader {
    private static final String DEFAULT_TYPE = "application/octet-stream";
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9._-][A-Za-z0-9._ -]{0,59}");
    /** Composite types may not be base64 (RFC 2046), so {@code message/*} and {@code multipart/*} go undeclared. */
    private static final Pattern TYPE =
            Pattern.compile("(?!message/|multipart/)[a-z][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}");

    private static final Pattern HEADER = Pattern.compile(
            "Content-Type: ([^\r\n]+)\r\nContent-Disposition: attachment((?:;\r\n [^\r\n]+)+)\r\nContent-Transfer-Encoding: base64");
    private static final Pattern PIECE = Pattern.compile(";\r\n filename(?:\\*[0-9]+\\*)?=(?:UTF-8'')?([^\r\n;]*)");
    private static final int PIECE_BYTES = 20;
    private static final HexFormat PERCENT = HexFormat.of().withUpperCase().withPrefix("%");

    private PartHeader() {}

    static String write(Original original) {
        String type =
                original.declaredType().filter(t -> TYPE.matcher(t).matches()).orElse(DEFAULT_TYPE);
        return "Content-Type: " + type + "\r\nContent-Disposition: attachment" + writeName(original.name())
                + "\r\nContent-Transfer-Encoding: base64";
    }

    /** Name and type; whoever calls compares what {@link #write} makes of them. */
    static Original read(String untrusted) throws Refused {
        Matcher header = HEADER.matcher(untrusted);
        Refused.unless(header.matches(), "wrong-content", "The header of a part has another shape.");
        Optional<String> type = Optional.of(header.group(1)).filter(t -> !t.equals(DEFAULT_TYPE));
        return new Original(readName(header.group(2)), type, org.sealpost.submission.Bytes.of(new byte[0]));
    }

    private static String writeName(String name) {
        if (PLAIN_NAME.matcher(name).matches()) {
            return ";\r\n filename=\"" + name + '"';
        }
        // An unpaired surrogate has no UTF-8 and becomes a question mark here.
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        StringBuilder pieces = new StringBuilder();
        for (int from = 0, piece = 0; piece == 0 || from < utf8.length; from += PIECE_BYTES, piece++) {
            pieces.append(";\r\n filename*").append(piece).append("*=").append(piece == 0 ? "UTF-8''" : "");
            for (int i = from; i < Math.min(from + PIECE_BYTES, utf8.length); i++) {
                appendByte(pieces, utf8[i]);
            }
        }
        return pieces.toString();
    }

    private static void appendByte(StringBuilder to, byte value) {
        boolean plain = (value >= 'a' && value <= 'z')
                || (value >= 'A' && value <= 'Z')
                || (value >= '0' && value <= '9')
                || value == '.'
                || value == '-'
                || value == '_';
        if (plain) {
            to.append((char) value);
        } else {
            to.append(PERCENT.formatHex(new byte[] {value}));
        }
    }

    private static String readName(String untrusted) throws Refused {
        StringBuilder encoded = new StringBuilder();
        Matcher piece = PIECE.matcher(untrusted);
        int end = 0;
        while (piece.find() && piece.start() == end) {
            encoded.append(piece.group(1));
            end = piece.end();
        }
        Refused.unless(end == untrusted.length(), "wrong-content", "The name of a part has another shape.");
        if (encoded.length() >= 2 && encoded.charAt(0) == '"') {
            return encoded.substring(1, encoded.length() - 1);
        }
        return percentDecoded(encoded);
    }

    private static String percentDecoded(CharSequence encoded) throws Refused {
        ByteBuffer utf8 = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) != '%') {
                utf8.put((byte) encoded.charAt(i));
                continue;
            }
            Refused.unless(i + 3 <= encoded.length(), "wrong-content", "The name of a part has another shape.");
            utf8.put((byte) hex(encoded.subSequence(i + 1, i + 3).toString()));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(utf8.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new Refused("wrong-content", "The name of a part is not UTF-8.", e);
        }
    }

    private static int hex(String digits) throws Refused {
        try {
            return Integer.parseInt(digits, 16);
        } catch (NumberFormatException e) {
            throw new Refused("wrong-content", "The name of a part has another shape.", e);
        }
    }
}
