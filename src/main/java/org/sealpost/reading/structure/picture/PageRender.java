package org.sealpost.reading.structure.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.sealpost.reading.scan.Grey;
import org.sealpost.reading.structure.page.PageRules;
import org.sealpost.reading.structure.part.NotReadException;

/**
 * A PDF page as a picture, as it is shown, without the form's fields, which are read as fields.
 *
 * @param scale points of the page by pixels of the picture
 */
public record PageRender(Grey picture, double scale) {
    /** An A4 page at 300 dots an inch. */
    private static final double LONGEST = 3508;

    private static final double SHARPEST = 300 / 72.0;

    public static PageRender of(PDDocument document, int page, PageRules.Drawing drawing)
            throws IOException, NotReadException {
        PictureReader.bounded(drawing.largest());
        PDPage sheet = document.getPage(page - 1);
        double longer = Math.max(
                1, Math.max(sheet.getCropBox().getWidth(), sheet.getCropBox().getHeight()));
        double dots = Math.min(SHARPEST, LONGEST / longer);
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        renderer.setAnnotationsFilter(annotation -> !(annotation instanceof PDAnnotationWidget));
        BufferedImage picture = renderer.renderImage(page - 1, (float) dots, ImageType.GRAY);
        return new PageRender(Grey.of(picture, 1), 1 / dots);
    }
}
