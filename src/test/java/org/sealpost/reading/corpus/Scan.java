package org.sealpost.reading.corpus;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A printed form, laid a little askew on the glass of a scanner that has seen better days. */
final class Scan {
    private static final int DPI = 200;

    private Scan() {}

    /** One PDF whose pages are pictures only. */
    static byte[] pdf(byte[] flat, Chance chance) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument scan = new PDDocument()) {
            for (BufferedImage picture : pictures(flat, chance)) {
                PDPage page = new PDPage(PDRectangle.A4);
                scan.addPage(page);
                byte[] jpeg = jpeg(picture, 0.45f + chance.between(0, 4) / 10f);
                PDImageXObject image = JPEGFactory.createFromStream(scan, new ByteArrayInputStream(jpeg));
                try (PDPageContentStream stream = new PDPageContentStream(scan, page)) {
                    stream.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            scan.save(bytes);
        }
        return bytes.toByteArray();
    }

    /** The first page as a JPEG, as a telephone sends it. */
    static byte[] jpeg(byte[] flat, Chance chance) throws IOException {
        return jpeg(pictures(flat, chance).get(0), 0.7f);
    }

    static byte[] png(byte[] flat, Chance chance) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(pictures(flat, chance).get(0), "png", out);
        }
        return bytes.toByteArray();
    }

    static int pages(byte[] flat) throws IOException {
        try (PDDocument document = Loader.loadPDF(flat)) {
            return document.getNumberOfPages();
        }
    }

    private static List<BufferedImage> pictures(byte[] flat, Chance chance) throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(flat)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                double skew = chance.between(-30, 30) / 10.0;
                pictures.add(worn(renderer.renderImageWithDPI(page, DPI, ImageType.GRAY), skew, chance));
            }
        }
        return pictures;
    }

    /** Turned by so many degrees, a little dull, with grain. */
    private static BufferedImage worn(BufferedImage clean, double skew, Chance chance) {
        BufferedImage worn = new BufferedImage(clean.getWidth(), clean.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = worn.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, worn.getWidth(), worn.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.rotate(Math.toRadians(skew), worn.getWidth() / 2.0, worn.getHeight() / 2.0);
        graphics.drawImage(clean, 0, 0, null);
        graphics.dispose();
        WritableRaster raster = worn.getRaster();
        int[] row = new int[worn.getWidth()];
        int grain = chance.between(4, 12);
        for (int y = 0; y < worn.getHeight(); y++) {
            raster.getPixels(0, y, row.length, 1, row);
            for (int x = 0; x < row.length; x++) {
                double shade = 30 + row[x] * 0.83 + chance.gauss() * grain;
                row[x] = (int) Math.max(0, Math.min(255, shade));
            }
            raster.setPixels(0, y, row.length, 1, row);
        }
        return worn;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(Math.min(0.9f, quality));
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
