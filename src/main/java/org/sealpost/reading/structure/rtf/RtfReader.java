package org.sealpost.reading.structure.rtf;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;

/**
 * Rich text (RTF 1.9.1) with its form fields, tables and what stands in bold. Deleted, moved and hidden text and annotations are left out.
 */
public final class RtfReader implements FormatReader {
    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals("application/rtf") || mediaType.equals("text/rtf");
    }

    @Override
    public void read(Part part, Contents contents) throws NotReadException {
        List<Element> elements = elements(part.bytes(), contents);
        if (elements.isEmpty()) {
            throw NotReadException.opaque("no-text", "There is no text in it.");
        }
        contents.addAll(elements);
    }

    /** The text; pictures and embedded objects become parts. */
    public static List<Element> elements(byte[] rtf, Contents contents) throws NotReadException {
        RtfWalk walk = new RtfWalk(rtf, new Allowance(contents.budget().limits()));
        List<Element> elements = walk.elements();
        for (byte[] bytes : walk.carried()) {
            byte[] inner = RtfObject.unwrapped(bytes);
            if (inner.length > 0) {
                contents.inner("object", "", () -> contents.unpack(new ByteArrayInputStream(inner)));
            }
        }
        return elements;
    }
}
