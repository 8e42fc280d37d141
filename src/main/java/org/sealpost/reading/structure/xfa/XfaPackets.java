package org.sealpost.reading.structure.xfa;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.xml.Xml;
import org.xml.sax.SAXException;

/**
 * What an XFA form is made of (ISO 32000-1, 12.7.8; XFA 3.3): its template and, where it was filled in, its data.
 *
 * @param dynamic its pages are made from it by whoever shows it; the PDF's own say only so
 */
public record XfaPackets(Xml template, @Nullable Xml data, boolean dynamic) {
    private static final COSName NEEDS_RENDERING = COSName.getPDFName("NeedsRendering");

    /**
     * @return null where the document has no XFA form
     * @throws SAXException where it has one that is no XML, or none that is safe
     */
    public static @Nullable XfaPackets of(PDDocument document, Contents contents)
            throws IOException, NotReadException, SAXException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        COSBase xfa = form == null ? null : form.getCOSObject().getDictionaryObject(COSName.XFA);
        Xml template = null;
        Xml datasets = null;
        if (xfa instanceof COSStream stream) {
            Xml whole = parse(stream, contents);
            template = whole.child("template");
            datasets = whole.child("datasets");
        } else if (xfa instanceof COSArray packets) {
            for (int i = 0; i + 1 < packets.size(); i += 2) {
                String name = packets.getObject(i) instanceof COSString text ? text.getString() : "";
                if (packets.getObject(i + 1) instanceof COSStream stream) {
                    if (name.equals("template")) {
                        template = parse(stream, contents);
                    } else if (name.equals("datasets")) {
                        datasets = parse(stream, contents);
                    }
                }
            }
        }
        if (template == null) {
            return null;
        }
        boolean dynamic = document.getDocumentCatalog().getCOSObject().getBoolean(NEEDS_RENDERING, false);
        return new XfaPackets(template, datasets == null ? null : datasets.child("data"), dynamic);
    }

    private static Xml parse(COSStream packet, Contents contents) throws IOException, NotReadException, SAXException {
        return Xml.parse(
                contents.unpack(packet.createInputStream()), contents.budget().limits());
    }
}
