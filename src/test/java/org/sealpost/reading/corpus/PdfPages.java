package org.sealpost.reading.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Pages of A4 that are written from the top; a place on them is told from the top left corner, in points. */
final class PdfPages implements AutoCloseable {
    static final float LEFT = 50;
    static final float WIDTH = 495;
    private static final float TOP = 50;
    private static final float BOTTOM = 790;

    private final PDDocument document;
    private final PDFont regular;
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private PDPage page;
    private PDPageContentStream stream;
    private float y;

    PdfPages(PDDocument document) throws IOException {
        this.document = document;
        String font = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try (InputStream ttf = Objects.requireNonNull(PDDocument.class.getResourceAsStream(font))) {
            regular = PDType0Font.load(document, ttf);
        }
        page = new PDPage(PDRectangle.A4);
        stream = start();
    }

    private PDPageContentStream start() throws IOException {
        document.addPage(page);
        y = TOP;
        return new PDPageContentStream(document, page);
    }

    /** Begins a page unless so much is left of this one. */
    void need(float height) throws IOException {
        if (y + height > BOTTOM) {
            stream.close();
            page = new PDPage(PDRectangle.A4);
            stream = start();
        }
    }

    PDPage page() {
        return page;
    }

    float y() {
        return y;
    }

    void down(float by) {
        y += by;
    }

    /** @param baseline from the top */
    void text(String text, boolean strong, float size, float x, float baseline) throws IOException {
        stream.beginText();
        stream.setFont(font(text, strong), size);
        stream.newLineAtOffset(x, PDRectangle.A4.getHeight() - baseline);
        stream.showText(text);
        stream.endText();
    }

    void rectangle(float x, float top, float width, float height) throws IOException {
        stream.setLineWidth(0.6f);
        stream.addRect(x, PDRectangle.A4.getHeight() - top - height, width, height);
        stream.stroke();
    }

    void cross(float x, float top, float size) throws IOException {
        float bottom = PDRectangle.A4.getHeight() - top - size;
        stream.moveTo(x, bottom);
        stream.lineTo(x + size, bottom + size);
        stream.moveTo(x, bottom + size);
        stream.lineTo(x + size, bottom);
        stream.stroke();
    }

    float width(String text, boolean strong, float size) throws IOException {
        return font(text, strong).getStringWidth(text) / 1000 * size;
    }

    /** The text in lines that fit; no line for no text. */
    List<String> wrapped(String text, boolean strong, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, strong, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** The bold face knows western letters only. */
    private PDFont font(String text, boolean strong) {
        return strong && text.chars().allMatch(c -> c < 256) ? bold : regular;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
