package org.sealpost.reading.structure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A PDF of one page of A4 in the making; places are told in points from the top left corner. */
final class PdfSheet {
    private static final float HEIGHT = PDRectangle.A4.getHeight();

    private final PDDocument document = new PDDocument();
    private final PDPage page = new PDPage(PDRectangle.A4);

    PdfSheet() {
        document.addPage(page);
    }

    PDDocument document() {
        return document;
    }

    PDPage page() {
        return page;
    }

    /** Helvetica of 10 points. */
    PdfSheet text(double x, double baseline, String text) {
        return text(x, baseline, 10, FontName.HELVETICA, text);
    }

    PdfSheet bold(double x, double baseline, String text) {
        return text(x, baseline, 10, FontName.HELVETICA_BOLD, text);
    }

    PdfSheet text(double x, double baseline, int size, FontName font, String text) {
        return draw(content -> {
            content.beginText();
            content.setFont(new PDType1Font(font), size);
            content.newLineAtOffset((float) x, (float) (HEIGHT - baseline));
            content.showText(text);
            content.endText();
        });
    }

    PdfSheet line(double fromX, double fromY, double toX, double toY) {
        return draw(content -> {
            content.moveTo((float) fromX, (float) (HEIGHT - fromY));
            content.lineTo((float) toX, (float) (HEIGHT - toY));
            content.stroke();
        });
    }

    PdfSheet box(double x, double y, double width, double height) {
        return draw(content -> {
            content.addRect((float) x, (float) (HEIGHT - y - height), (float) width, (float) height);
            content.stroke();
        });
    }

    PdfSheet filled(double x, double y, double width, double height, float grey) {
        return draw(content -> {
            content.setNonStrokingColor(grey);
            content.addRect((float) x, (float) (HEIGHT - y - height), (float) width, (float) height);
            content.fill();
            content.setNonStrokingColor(0f);
        });
    }

    /** Done; the sheet cannot be drawn on afterwards. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document) {
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static PDRectangle rectangle(double x, double y, double width, double height) {
        return new PDRectangle((float) x, (float) (HEIGHT - y - height), (float) width, (float) height);
    }

    private interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    private PdfSheet draw(Drawing drawing) {
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, false, true)) {
            drawing.on(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
