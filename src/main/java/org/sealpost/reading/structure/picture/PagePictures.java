package org.sealpost.reading.structure.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.sealpost.reading.document.PagePicture;
import org.sealpost.reading.structure.page.PageRules;
import org.sealpost.reading.structure.part.Findings;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.submission.Bytes;

/**
 * Draws the pages of a PDF or of a picture file for people to look at: as they are shown, fields and all, legible, and
 * no finer than that. What cannot be drawn is left out, for the reading does not need it. For one original.
 */
public final class PagePictures {
    /** All pictures of an original together have no more bytes. */
    public static final int MOST_BYTES = 24 << 20;
    /** No side of a page is longer, in points or pixels. */
    public static final double LONGEST_SIDE = 100_000;

    private static final int MOST_PAGES = 60;
    /** A4 at 120 dots an inch. */
    private static final double LONGEST_PICTURE = 1404;

    /** What a picture takes on the pipe beside itself. */
    private static final int FRAME = 64;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private int pages;
    private int bytes;

    /** True where the bytes begin as a PNG does (RFC 2083, section 3.1). */
    public static boolean isPng(byte[] bytes) {
        return bytes.length > PNG.length && Arrays.equals(PNG, 0, PNG.length, bytes, 0, PNG.length);
    }

    public void draw(Part part, Findings findings) {
        try {
            if (part.mediaType().equals("application/pdf")) {
                drawPdf(part.bytes(), findings);
            } else if (PictureReader.isPicture(part.mediaType())) {
                drawPictures(part.bytes(), findings);
            }
        } catch (IOException | NotReadException | RuntimeException | StackOverflowError e) {
            // Nobody has less of the reading for it.
        }
    }

    private void drawPdf(byte[] pdf, Findings findings) throws IOException, NotReadException {
        try (PDDocument document = Loader.loadPDF(pdf, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (int page = 1; page <= document.getNumberOfPages() && pages < MOST_PAGES; page++) {
                PictureReader.bounded(PageRules.of(document.getPage(page - 1)).largest());
                PDRectangle box = document.getPage(page - 1).getCropBox();
                boolean turned = document.getPage(page - 1).getRotation() % 180 != 0;
                double width = turned ? box.getHeight() : box.getWidth();
                double height = turned ? box.getWidth() : box.getHeight();
                double dots = LONGEST_PICTURE / Math.max(1, Math.max(width, height));
                tell(page, width, height, renderer.renderImage(page - 1, (float) dots, ImageType.RGB), findings);
            }
        }
    }

    private void drawPictures(byte[] file, Findings findings) throws IOException, NotReadException {
        int quarters = PictureReader.quarters(file);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = PictureReader.reader(in);
            try {
                reader.setInput(in, false, true);
                boolean several = reader.getFormatName().equalsIgnoreCase("tif");
                int count = several ? reader.getNumImages(true) : 1;
                for (int page = 1; page <= count && pages < MOST_PAGES; page++) {
                    drawPicture(reader, page, quarters, findings);
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private void drawPicture(ImageReader reader, int page, int quarters, Findings findings)
            throws IOException, NotReadException {
        int width = reader.getWidth(page - 1);
        int height = reader.getHeight(page - 1);
        PictureReader.bounded((long) width * height);
        ImageReadParam thinned = reader.getDefaultReadParam();
        int step = Math.max(1, (int) (Math.max(width, height) / LONGEST_PICTURE / 2));
        thinned.setSourceSubsampling(step, step, 0, 0);
        BufferedImage upright = upright(reader.read(page - 1, thinned), quarters);
        boolean turned = quarters % 2 != 0;
        tell(page, turned ? height : width, turned ? width : height, upright, findings);
    }

    /** Turned clockwise by quarters and no larger than people need, its transparent parts on white. */
    private static BufferedImage upright(BufferedImage picture, int quarters) {
        double scale = Math.min(1, LONGEST_PICTURE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) (picture.getWidth() * scale));
        int height = Math.max(1, (int) (picture.getHeight() * scale));
        boolean turned = quarters % 2 != 0;
        BufferedImage upright =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, upright.getWidth(), upright.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.translate(upright.getWidth() / 2.0, upright.getHeight() / 2.0);
        graphics.rotate(Math.PI / 2 * quarters);
        graphics.translate(-width / 2.0, -height / 2.0);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return upright;
    }

    /** @throws NotReadException where the pictures of this original are enough */
    private void tell(int page, double width, double height, BufferedImage picture, Findings findings)
            throws IOException, NotReadException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        bytes += png.size() + FRAME;
        if (bytes > MOST_BYTES) {
            throw NotReadException.opaque("reading-too-large", "There are more pictures than a page for people holds.");
        }
        pages++;
        findings.page(new PagePicture(page, width, height, Bytes.of(png.toByteArray())));
    }
}
