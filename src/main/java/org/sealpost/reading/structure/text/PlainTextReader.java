package org.sealpost.reading.structure.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.reading.structure.story.TextStory;

/** Plain text, UTF-8 where the bytes are valid UTF-8, otherwise what they look most like; and comma-separated values. */
public final class PlainTextReader implements FormatReader {
    @Override
    public boolean reads(String mediaType) {
        return mediaType.startsWith("text/plain") || mediaType.startsWith("text/csv");
    }

    @Override
    public void read(Part part, Contents contents) throws NotReadException {
        String text = decode(part.bytes());
        if (part.mediaType().startsWith("text/csv")) {
            Allowance allowance = new Allowance(contents.budget().limits());
            contents.addAll(TextStory.table(SeparatedValues.rows(text, allowance), allowance));
        } else {
            contents.addAll(elements(text, contents));
        }
    }

    public static List<Element> elements(String text, Contents contents) throws NotReadException {
        return new TextStory(new Allowance(contents.budget().limits())).read(text);
    }

    public static void lines(String text, Contents contents) throws NotReadException {
        contents.addAll(elements(text, contents));
    }

    public static String decode(byte[] bytes) {
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

    public static Charset named(String name) {
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
