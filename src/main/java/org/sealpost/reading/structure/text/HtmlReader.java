package org.sealpost.reading.structure.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.reading.structure.story.Story;

/**
 * HTML, of files and of e-mail: tables, definition lists, forms that were filled in and saved. Text that is not shown is left
 * out; what it refers to is never fetched.
 */
public final class HtmlReader implements FormatReader {
    @Override
    public boolean reads(String mediaType) {
        return mediaType.startsWith("text/html") || mediaType.startsWith("application/xhtml+xml");
    }

    @Override
    public void read(Part part, Contents contents) throws Exception {
        List<Element> elements = elements(part.bytes(), null, contents);
        if (elements.isEmpty()) {
            throw NotReadException.opaque("no-text", "There is no text in it.");
        }
        contents.addAll(elements);
    }

    /** @param charset as told outside of it, null where that is not known */
    public static List<Element> elements(byte[] html, @Nullable String charset, Contents contents)
            throws IOException, NotReadException {
        Document document = Jsoup.parse(new ByteArrayInputStream(html), charset, "");
        return new HtmlStory(new Story(new Allowance(contents.budget().limits())), document).read();
    }
}
