package org.sealpost.reading.structure;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Place;

/** Plain text: every line a line. UTF-8 where the bytes are valid UTF-8, otherwise what they look most like. */
final class PlainTextReader implements FormatReader {
    @Override
    public boolean reads(String mediaType) {
        return mediaType.startsWith("text/plain") || mediaType.startsWith("text/csv");
    }

    @Override
    public void read(Part part, Contents contents) throws NotReadException {
        lines(decode(part.bytes()), contents);
    }

    static void lines(String text, Contents contents) throws NotReadException {
        for (String line : text.split("\\R", -1)) {
            contents.add(new Element.Line(line.stripTrailing(), Place.NOWHERE));
        }
    }

    static String decode(byte[] bytes) {
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            CharsetMatch match = new CharsetDetector().setText(bytes).detect();
            Charset charset = match == null ? StandardCharsets.ISO_8859_1 : named(match.getName());
            return withoutMark(new String(bytes, charset));
        }
    }

    static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
