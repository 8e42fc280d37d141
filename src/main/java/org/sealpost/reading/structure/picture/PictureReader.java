package org.sealpost.reading.structure.picture;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.scan.Grey;
import org.sealpost.reading.scan.Photograph;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;

/** Picture files: PNG, JPEG, TIFF with its pages, BMP, GIF. Their size is looked at before they are decoded. */
public final class PictureReader implements FormatReader {
    private static final Set<String> TYPES =
            Set.of("image/png", "image/jpeg", "image/tiff", "image/bmp", "image/x-ms-bmp", "image/gif", "image/x-bmp");
    private static final long MOST_PIXELS = 60_000_000;
    /** More than this is thinned out while it is decoded. */
    private static final long ENOUGH_PIXELS = 16_000_000;

    private static final int MOST_PAGES = 50;
    /** With less it is a logo, a signature or a street sign, and no form. */
    private static final int FEW_LETTERS = 40;
    /** Less than this is a logo or a line. */
    private static final int SMALLEST_SIDE = 150;

    private final ScanReader scans;

    public PictureReader(ScanReader scans) {
        this.scans = scans;
    }

    @Override
    public boolean reads(String mediaType) {
        return isPicture(mediaType);
    }

    static boolean isPicture(String mediaType) {
        return TYPES.contains(mediaType);
    }

    /** @throws NotReadException where a picture has more pixels than one that is decoded */
    static void bounded(long pixels) throws NotReadException {
        if (pixels > MOST_PIXELS) {
            throw NotReadException.refused("picture-too-large", "It has more dots than a picture that is opened.");
        }
    }

    @Override
    public void read(Part part, Contents contents) throws IOException, NotReadException {
        if (!scans.present()) {
            throw ScanReader.absent();
        }
        int quarters = quarters(part.bytes());
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(part.bytes()))) {
            ImageReader reader = reader(in);
            try {
                reader.setInput(in, false, true);
                pages(reader, quarters, contents);
            } finally {
                reader.dispose();
            }
        }
    }

    static ImageReader reader(ImageInputStream in) throws NotReadException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw NotReadException.opaque("format-not-read", "It is a picture of a kind that is not read.");
        }
        return readers.next();
    }

    private void pages(ImageReader reader, int quarters, Contents contents) throws IOException, NotReadException {
        List<Element> elements = new ArrayList<>();
        boolean several = reader.getFormatName().equalsIgnoreCase("tif");
        int count = several ? reader.getNumImages(true) : 1;
        if (count > MOST_PAGES) {
            throw NotReadException.refused("too-many-pages", "It has more pages than a form has.");
        }
        for (int page = 0; page < count; page++) {
            bounded((long) reader.getWidth(page) * reader.getHeight(page));
        }
        for (int page = 0; page < count; page++) {
            try {
                elements.addAll(page(reader, page, quarters, contents));
            } catch (NotReadException e) {
                if (elements.isEmpty()) {
                    throw e;
                }
                contents.lacks(e);
                break;
            }
        }
        if (letters(elements) < FEW_LETTERS) {
            throw NotReadException.opaque("no-text", "It is a picture with no more writing in it than a sign.");
        }
        contents.addAll(elements);
    }

    private static int letters(List<Element> elements) {
        int letters = 0;
        for (Element element : elements) {
            if (element instanceof Element.Heading heading) {
                letters += heading.text().length();
            } else if (element instanceof Element.Line line) {
                letters += line.text().length();
            } else if (element instanceof Element.Table table) {
                letters += table.rows().stream()
                        .flatMap(r -> r.cells().stream())
                        .mapToInt(c -> c.text().length())
                        .sum();
            }
        }
        return letters;
    }

    private List<Element> page(ImageReader reader, int page, int quarters, Contents contents)
            throws IOException, NotReadException {
        int width = reader.getWidth(page);
        int height = reader.getHeight(page);
        if (Math.min(width, height) < SMALLEST_SIDE / 4 || Math.max(width, height) < SMALLEST_SIDE) {
            return List.of();
        }
        int thinned = 1;
        while ((long) (width / thinned) * (height / thinned) > ENOUGH_PIXELS) {
            thinned++;
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(thinned, thinned, 0, 0);
        BufferedImage picture = reader.read(page, param);
        Photograph photograph = new Photograph(Grey.of(picture, 1));
        double scale = photograph.scale();
        if (photograph.isTooCoarse()) {
            throw NotReadException.opaque("no-text", "It is a picture too coarse for its writing to be recognised.");
        }
        Grey grey = Grey.of(picture, scale).turned(quarters);
        return scans.read(
                grey, page + 1, thinned / scale, List.of(), contents.budget().recognition());
    }

    /** How a camera was held (Exif 2.3, tag 274); mirrored ones do not occur in photographs of paper. */
    static int quarters(byte[] bytes) {
        try {
            ExifIFD0Directory exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length)
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            if (exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
                return 0;
            }
            return switch (exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)) {
                case 3, 4 -> 2;
                case 5, 6 -> 1;
                case 7, 8 -> 3;
                default -> 0;
            };
        } catch (ImageProcessingException | IOException | MetadataException e) {
            return 0;
        }
    }
}
