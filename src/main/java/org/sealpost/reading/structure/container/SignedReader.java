package org.sealpost.reading.structure.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.crypto.Pkcs7Parser;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;
import org.xml.sax.ContentHandler;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Signed and locked mail (RFC 5652, RFC 8551): what a signature goes round is a part. Whose signature it is, and whether
 * it is good, is not looked at here.
 */
public final class SignedReader implements FormatReader {
    /** The object identifier of signedData, 1.2.840.113549.1.7.2, in DER. */
    private static final String SIGNED = "\u002a\u0086\u0048\u0086\u00f7\r\u0001\u0007\u0002";

    private static final int HEAD = 40;

    @Override
    public boolean reads(String mediaType) {
        return mediaType.matches("application/(x-)?pkcs7-(mime|signature).*");
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        byte[] bytes = part.bytes();
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (!head.contains(SIGNED)) {
            throw NotReadException.opaque("encrypted", "It is locked for somebody's key.");
        }
        Content content = new Content();
        ParseContext context = new ParseContext();
        context.set(Parser.class, content);
        try {
            new Pkcs7Parser().parse(new ByteArrayInputStream(bytes), new DefaultHandler(), new Metadata(), context);
        } catch (TikaException e) {
            throw NotReadException.opaque("no-text", "It is a signature only, or damaged.");
        }
        contents.inner("signed.eml", "message/rfc822", () -> contents.unpack(new ByteArrayInputStream(content.bytes)));
    }

    /** Keeps what Tika finds inside the signature. */
    private static final class Content implements Parser {
        private static final long serialVersionUID = 1;
        private byte[] bytes = {};

        @Override
        public Set<MediaType> getSupportedTypes(ParseContext context) {
            return Set.of();
        }

        @Override
        public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
                throws IOException {
            bytes = stream.readAllBytes();
        }
    }
}
