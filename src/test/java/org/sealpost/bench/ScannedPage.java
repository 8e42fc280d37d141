package org.sealpost.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A page with a picture of noise, stored as it is: as large as was asked, to some kilobytes. */
final class ScannedPage {
    private ScannedPage() {}

    static byte[] bytes(int size) throws IOException {
        int width = 1024;
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDImageXObject picture = noise(document, width, (size - 2048) / (3 * width));
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        picture,
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(size);
            document.save(out);
            return out.toByteArray();
        }
    }

    /** Three bytes a point. */
    static PDImageXObject noise(PDDocument document, int width, int height) throws IOException {
        byte[] noise = new byte[3 * width * height];
        new Random(11).nextBytes(noise);
        return new PDImageXObject(
                document, new ByteArrayInputStream(noise), (COSName) null, width, height, 8, PDDeviceRGB.INSTANCE);
    }
}
