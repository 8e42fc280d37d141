package org.sealpost.reading.structure.text;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;
import org.xml.sax.ContentHandler;

/**
 * Office's old binary formats that nobody makes forms of, slides among them, as Tika reads them. One parser by name; what
 * happens to be on the class path, text recognition among it, is never picked up.
 */
public final class TikaReader implements FormatReader {
    private final List<Parser> parsers = List.of(new OfficeParser());

    @Override
    public boolean reads(String mediaType) {
        return parser(mediaType) != null;
    }

    private @Nullable Parser parser(String mediaType) {
        MediaType type = MediaType.parse(mediaType);
        return parsers.stream()
                .filter(p ->
                        type != null && p.getSupportedTypes(new ParseContext()).contains(type.getBaseType()))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        Parser parser = parser(part.mediaType());
        if (parser == null) {
            throw NotReadException.opaque("format-not-read", "Its format is not one that is read.");
        }
        List<Element> elements = parse(parser, part, contents);
        if (elements.isEmpty() && contents.inners().isEmpty()) {
            throw NotReadException.opaque("no-text", "There is no text in it.");
        }
        contents.addAll(elements);
    }

    private static List<Element> parse(Parser parser, Part part, Contents contents) throws Exception {
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, part.mediaType());
        // One context for one part: it is not made to be shared.
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new Inners(contents));
        XhtmlElements handler = new XhtmlElements(contents.budget().limits().characters());
        // Not a TikaInputStream: from one of those more parsers would spool to a temporary file.
        try (InputStream stream = new ByteArrayInputStream(part.bytes())) {
            parser.parse(stream, handler, metadata, context);
        }
        return handler.elements();
    }

    /** Keeps what Tika finds inside, for this worker's own walk. */
    private record Inners(Contents contents) implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return true;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            try {
                String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
                String type = metadata.get(Metadata.CONTENT_TYPE);
                contents.inner(name == null ? "" : name, type == null ? "" : type, () -> contents.unpack(stream));
            } catch (NotReadException e) {
                throw new LimitReachedException(e);
            }
        }
    }

    /** Carries a limit through Tika, which knows no such thing. */
    private static final class LimitReachedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        LimitReachedException(NotReadException cause) {
            super(cause);
        }
    }
}
