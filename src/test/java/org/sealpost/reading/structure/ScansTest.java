package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.scan.Paper;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.reading.structure.part.PartLimits;

/** Scans and pictures by the real tesseract: tables, ticks and places as from a page of text. */
class ScansTest {
    private static TextRecognition recognition = TextRecognition.NONE;

    @BeforeAll
    static void find() {
        TextRecognition found = TextRecognition.find("", System.getenv());
        // Others may be at work on this machine: these tests ask what is read, not how fast.
        recognition = new TextRecognition(
                found.command(),
                found.languages(),
                found.script(),
                found.data(),
                Duration.ofMinutes(1),
                Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 3", "0, -2.4", "1, 1", "2, -1", "3, 0.5"})
    void aPictureIsReadHoweverItLies(int quarters, double degrees) throws IOException {
        Document read = read("a.png", png(Paper.scanned(quarters, degrees)));
        assertThat(read.disposition()).as(read.reason()).isEqualTo(Disposition.READ);
        assertThat(table(read))
                .containsExactly(
                        List.of("Name of suspect", "Gareth Lindqvist"),
                        List.of("Registration", "NV65 LOD"),
                        List.of("Telephone", "07700 900117"));
        assertThat(text(read)).contains("\u2612 Seen by me", "\u2610 Told by somebody", "near the school.");
    }

    @Test
    void placesArePixelsOfThePictureAsItIsShownAndSayHowSureTheWordsAre() throws IOException {
        Document read = read("a.png", png(Paper.scanned(2, 0)));
        Place place = read.elements().stream()
                .filter(Element.Table.class::isInstance)
                .map(Element::place)
                .findFirst()
                .orElseThrow();
        Place.Box box = Objects.requireNonNull(place.box());
        // Upside down, so measured from the other corner.
        assertThat(box.x()).isBetween(Paper.WIDTH - 1410.0, Paper.WIDTH - 1390.0);
        assertThat(box.y()).isBetween(Paper.HEIGHT - 490.0, Paper.HEIGHT - 470.0);
        assertThat(read.elements())
                .anyMatch(e -> e.place().recognised() && e.place().certainty() > 0.6);
    }

    @Test
    void aPageOfAPdfIsReadAsAPictureOrAsTextEachByItself() throws IOException {
        byte[] pdf = pdf(true, false);
        Document read = read("a.pdf", pdf);
        assertThat(read.disposition()).as(read.reason()).isEqualTo(Disposition.READ);
        assertThat(text(read)).contains("Printed words on the first page");
        assertThat(table(read).get(1)).containsExactly("Registration", "NV65 LOD");
        assertThat(read.elements())
                .anyMatch(e -> e.place().page() == 1 && !e.place().recognised());
        assertThat(read.elements())
                .anyMatch(e -> e.place().page() == 2 && e.place().recognised());
    }

    @Test
    void whatAScannerRecognisedIsTakenAndMarked() throws IOException {
        Listing listing = new Listing();
        // Works without text recognition: the words are there.
        new PartsReader(PartLimits.DEFAULT).read("a.pdf", "", pdf(false, true), Unopened.NONE, listing);
        Document read = listing.parts.get(0);
        assertThat(read.disposition()).as(read.reason()).isEqualTo(Disposition.READ);
        assertThat(text(read)).contains("Words that the scanner laid under the picture");
        assertThat(read.elements()).anyMatch(e -> e.place().recognised());
    }

    @Test
    void withoutRecognitionTheTextPagesAreReadAndTheDocumentIsNotCalledRead() throws IOException {
        Listing listing = new Listing();
        new PartsReader(PartLimits.DEFAULT).read("a.pdf", "", pdf(true, false), Unopened.NONE, listing);
        Document read = listing.parts.get(0);
        assertThat(read.disposition()).isEqualTo(Disposition.OPAQUE);
        assertThat(read.reason()).startsWith("no-text: ").contains("text recognition is not installed");
        assertThat(text(read)).contains("Printed words on the first page");
    }

    @Test
    void withoutRecognitionAPictureIsNotRead() throws IOException {
        Document picture = Listing.of("a.png", png(Paper.printed())).parts.get(0);
        assertThat(picture.disposition()).isEqualTo(Disposition.OPAQUE);
        assertThat(picture.reason()).startsWith("no-text: ").contains("text recognition is not installed");
    }

    @Test
    void everyPageOfATiffIsRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(Paper.scanned(0, 0.5), null, null), null);
            writer.writeToSequence(new IIOImage(Paper.scanned(0, -1), null, null), null);
            writer.endWriteSequence();
        }
        Document read = read("a.tif", bytes.toByteArray());
        assertThat(read.disposition()).as(read.reason()).isEqualTo(Disposition.READ);
        assertThat(read.elements().stream()
                        .filter(Element.Table.class::isInstance)
                        .map(e -> e.place().page()))
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "bmp", "gif"})
    void otherKindsOfPicturesAreRead(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            assertThat(ImageIO.write(Paper.printed(), format, out)).isTrue();
        }
        Document read = read("a." + format, bytes.toByteArray());
        assertThat(read.disposition()).as(read.reason()).isEqualTo(Disposition.READ);
        assertThat(table(read).get(0)).containsExactly("Name of suspect", "Gareth Lindqvist");
    }

    @Test
    void aPictureThatWouldUnpackToGigabytesIsRefusedByItsHeader() {
        Document bomb = read("a.png", pngHeader(60_000, 60_000));
        assertThat(bomb.disposition()).isEqualTo(Disposition.REFUSED);
        assertThat(bomb.reason()).startsWith("picture-too-large: ");
    }

    @Test
    void aSmallCopyOfAPageIsNotGuessedAt() throws IOException {
        BufferedImage small = new BufferedImage(256, 362, BufferedImage.TYPE_BYTE_GRAY);
        small.createGraphics()
                .drawImage(
                        Paper.printed().getScaledInstance(256, 362, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        Document read = read("thumbnail.png", png(small));
        assertThat(read.disposition()).isEqualTo(Disposition.OPAQUE);
        assertThat(read.reason()).startsWith("no-text: ");
    }

    @Test
    void whatTakesTooLongIsOpaqueAndSaysSo() throws IOException {
        assumeTrue(recognition.present(), "tesseract is not installed");
        TextRecognition hasty = new TextRecognition(
                recognition.command(),
                recognition.languages(),
                recognition.script(),
                recognition.data(),
                Duration.ofMillis(1),
                Duration.ofMillis(1));
        Listing listing = new Listing();
        new PartsReader(PartLimits.DEFAULT, hasty).read("a.png", "", png(Paper.printed()), Unopened.NONE, listing);
        assertThat(listing.parts.get(0).disposition()).isEqualTo(Disposition.OPAQUE);
        assertThat(listing.parts.get(0).reason()).startsWith("recognition-timed-out: ");
    }

    private static Document read(String name, byte[] bytes) {
        assumeTrue(recognition.present(), "tesseract is not installed");
        Listing listing = new Listing();
        new PartsReader(PartLimits.DEFAULT, recognition).read(name, "", bytes, Unopened.NONE, listing);
        return listing.parts.get(0);
    }

    private static List<List<String>> table(Document document) {
        return document.elements().stream()
                .filter(Element.Table.class::isInstance)
                .map(Element.Table.class::cast)
                .findFirst()
                .map(t -> t.rows().stream()
                        .map(r -> r.cells().stream().map(Element.Cell::text).toList())
                        .toList())
                .orElse(List.of());
    }

    private static String text(Document document) {
        StringBuilder text = new StringBuilder();
        for (Element element : document.elements()) {
            if (element instanceof Element.Line line) {
                text.append(line.text()).append('\n');
            } else if (element instanceof Element.Heading heading) {
                text.append(heading.text()).append('\n');
            }
        }
        return text.toString();
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
        }
        return bytes.toByteArray();
    }

    /** A signature and a header, no more: who decodes before he looks would need gigabytes. */
    private static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(chunk.array())
                .putInt((int) crc.getValue())
                .array();
    }

    /** A page of text before a scan, or a scan with a scanner's words under it. */
    private static byte[] pdf(boolean textFirst, boolean recognised) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            if (textFirst) {
                page(document, "Printed words on the first page of a document of two", RenderingMode.FILL, false);
            }
            page(
                    document,
                    recognised ? "Words that the scanner laid under the picture" : "",
                    RenderingMode.NEITHER,
                    true);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static void page(PDDocument document, String words, RenderingMode mode, boolean picture)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.setRenderingMode(mode);
            content.newLineAtOffset(60, 500);
            content.showText(words);
            content.endText();
            if (picture) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, Paper.scanned(0, words.isEmpty() ? 1 : 0)),
                        0,
                        0,
                        PDRectangle.A4.getWidth(),
                        PDRectangle.A4.getHeight());
            }
        }
    }
}
