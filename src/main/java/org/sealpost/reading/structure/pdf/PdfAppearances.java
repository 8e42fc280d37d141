package org.sealpost.reading.structure.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.sealpost.reading.structure.page.PageText;

/** How form fields look: the text that is drawn for a widget (ISO 32000-1, 12.5.5), whatever its field's value says. */
final class PdfAppearances implements AutoCloseable {
    private final PDDocument pages = new PDDocument(IOUtils.createMemoryOnlyStreamCache());
    private final PDResources usual;

    PdfAppearances(PDResources usual) {
        this.usual = usual;
    }

    /** The lines that are drawn; empty where nothing is, or nothing that is text. */
    String text(PDAnnotationWidget widget) throws IOException {
        PDAppearanceStream face = widget.getNormalAppearanceStream();
        PDRectangle box = face == null ? null : face.getBBox();
        if (face == null || box == null) {
            return "";
        }
        PDPage page = new PDPage(box);
        page.setResources(face.getResources() == null ? usual : face.getResources());
        page.getCOSObject().setItem(COSName.CONTENTS, face.getCOSObject());
        pages.addPage(page);
        try {
            List<String> lines = new ArrayList<>();
            PageText.lines(PageText.words(pages, 1).shown(), Double.MAX_VALUE).forEach(line -> lines.add(line.text()));
            return String.join("\n", lines);
        } finally {
            pages.removePage(page);
        }
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }
}
