package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.structure.part.PartLimits;

/** Documents made here of the kinds that the sample forms do not cover. */
class FormatsTest {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    @Test
    void aPdfWithAPasswordIsNotCalledRead() throws IOException {
        try (PDDocument pdf = pdf("secret words")) {
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            encrypted(Listing.of("a.pdf", saved(pdf)).parts.get(0));
        }
    }

    @Test
    void anOfficeFileWithAPasswordIsNotCalledRead() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            Encryptor lock = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            lock.confirmPassword("user");
            try (java.io.OutputStream inside = lock.getDataStream(ole)) {
                inside.write(word("<w:p><w:r><w:t>x</w:t></w:r></w:p>", Map.of()));
            }
            ole.writeFilesystem(out);
        }
        encrypted(Listing.of("a.docx", out.toByteArray()).parts.get(0));
    }

    @Test
    void filesInAPdfAreParts() throws IOException {
        try (PDDocument pdf = pdf("See the files")) {
            PDEmbeddedFilesNameTreeNode leaf = new PDEmbeddedFilesNameTreeNode();
            leaf.setNames(Map.of("a", file(pdf, "a.txt", "in the tree")));
            PDEmbeddedFilesNameTreeNode root = new PDEmbeddedFilesNameTreeNode();
            root.setKids(List.of(leaf));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(root);
            pdf.getDocumentCatalog().setNames(names);
            PDAnnotationFileAttachment pin = new PDAnnotationFileAttachment();
            pin.setFile(file(pdf, "b.txt", "pinned to the page"));
            pdf.getPage(0).setAnnotations(List.of(pin));
            Listing listing = Listing.of("a.pdf", saved(pdf));
            assertThat(listing.parts).extracting(Document::name).containsExactly("a.pdf", "a.txt", "b.txt");
            assertThat(text(listing.parts.get(2))).isEqualTo("pinned to the page");
        }
    }

    @Test
    void wordsHeadersBoxesAndChangesAreReadAndPromptsAreNot() throws IOException {
        byte[] word = word(
                "<w:p><w:ins w:id='1' w:author='a'><w:r><w:t>put in</w:t></w:r></w:ins>"
                        + "<w:del w:id='2' w:author='a'><w:r><w:delText>taken out</w:delText></w:r></w:del></w:p>"
                        + "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
                        + "<w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
                        + "<w:sdt><w:sdtPr><w:tag w:val='suspect_name'/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>"
                        + "<w:p><w:r><w:t>Click here to enter text</w:t></w:r></w:p></w:sdtContent></w:sdt>",
                Map.of("word/header1.xml", "hdr:at the top", "word/footer1.xml", "ftr:at the foot"));
        String text = text(Listing.of("a.docx", word).parts.get(0));
        assertThat(text).contains("put in", "in a box", "at the top", "at the foot");
        assertThat(text).doesNotContain("taken out").doesNotContain("Click here");
        assertThat(text.indexOf("at the top")).isLessThan(text.indexOf("put in"));
    }

    @Test
    void richTextHtmlAndSpreadsheetsAreRead() throws IOException {
        assertThat(text(read(
                        "a.rtf", "{\\rtf1\\ansi Reg: AB12 CDE\\par Seen twice}".getBytes(StandardCharsets.US_ASCII))))
                .contains("Reg: AB12 CDE", "Seen twice");
        String mail = "From: a@agency.example\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                + "<html><body><p>Siân saw it</p><table><tr><td>VRM</td><td>AB12 CDE</td></tr>"
                + "<tr><td>Make</td><td>Audi</td></tr></table></body></html>";
        assertThat(text(read("a.eml", mail.getBytes(StandardCharsets.UTF_8)))).contains("Siân saw it", "AB12 CDE");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("one").createRow(0).createCell(0).setCellValue("AB12 CDE");
            book.write(out);
        }
        assertThat(text(read("a.xlsx", out.toByteArray()))).contains("AB12 CDE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1252"})
    void plainTextIsReadInWhateverItWasWritten(String charset) throws IOException {
        String said = "Siân O’Neill was seen outside the café by the old bridge in the evening, and the car was red.\n"
                + "Naïve as it seems, the driver said “hello” and left.";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (charset.equals("UTF-16LE")) {
            bytes.write(0xFF);
            bytes.write(0xFE);
        }
        bytes.write(said.getBytes(Charset.forName(charset)));
        assertThat(text(read("a.txt", bytes.toByteArray()))).isEqualTo(said);
    }

    @Test
    void aLockedFileInAnArchiveIsNamedAndTheOthersAreRead() throws IOException {
        byte[] zip = zip(Map.of("word.txt", "hello"), 1);
        // The general purpose bit 0 in the local header and in the central directory: locked.
        for (int i = 0; i < zip.length - 10; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && (zip[i + 2] == 3 || zip[i + 2] == 1)) {
                boolean locked = new String(zip, i, Math.min(zip.length - i, 60), StandardCharsets.ISO_8859_1)
                        .contains("member-0");
                zip[i + (zip[i + 2] == 3 ? 6 : 8)] |= (byte) (locked && zip[i + 3] != 6 ? 1 : 0);
            }
        }
        Listing listing = Listing.of("a.zip", zip);
        assertThat(listing.parts)
                .extracting(p -> p.name() + " " + p.disposition())
                .containsExactlyInAnyOrder("a.zip OPAQUE", "member-0 OPAQUE", "word.txt READ");
        assertThat(listing.parts).filteredOn(p -> p.name().equals("member-0")).allSatisfy(p -> {
            assertThat(p.reason()).startsWith("encrypted: ");
            assertThat(p.sha256()).isEmpty();
        });
    }

    @Test
    void anArchiveOverTheLimitNamesWhatItHoldsAndIsNotOpened() throws IOException {
        Listing listing = Listing.of("a.zip", zip(Map.of(), 300));
        assertThat(listing.parts).hasSize(PartLimits.DEFAULT.parts());
        assertThat(listing.parts).extracting(Document::disposition).containsOnly(Disposition.REFUSED);
        assertThat(listing.parts.get(0).reason()).startsWith("too-many-parts: ");
        assertThat(listing.parts.get(199).name()).isEqualTo("member-198");
    }

    @Test
    void anEmailOverTheLimitListsItsFirstParts() {
        StringBuilder mail = new StringBuilder("From: a@agency.example\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=x\r\n\r\n");
        for (int i = 0; i < 250; i++) {
            mail.append("--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=f")
                    .append(i)
                    .append("\r\n\r\ntext\r\n");
        }
        Listing listing =
                Listing.of("a.eml", mail.append("--x--\r\n").toString().getBytes(StandardCharsets.UTF_8));
        assertThat(listing.parts).hasSize(PartLimits.DEFAULT.parts());
        assertThat(listing.parts.get(0).disposition()).isEqualTo(Disposition.REFUSED);
        assertThat(listing.parts.get(199).name()).isEqualTo("f198");
        assertThat(listing.substance)
                .as("the whole, since not all of it was taken out")
                .hasSize(1);
    }

    private static void encrypted(Document document) {
        assertThat(document.disposition()).isEqualTo(Disposition.OPAQUE);
        assertThat(document.reason()).startsWith("encrypted: ");
    }

    private static Document read(String name, byte[] bytes) {
        Document document = Listing.of(name, bytes).parts.get(0);
        assertThat(document.disposition()).as(document.reason()).isEqualTo(Disposition.READ);
        return document;
    }

    private static String text(Document document) {
        return document.elements().stream().map(FormatsTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(Element element) {
        if (element instanceof Element.Line line) {
            return line.text();
        }
        if (element instanceof Element.Heading heading) {
            return heading.text();
        }
        return element.toString();
    }

    private static PDDocument pdf(String text) throws IOException {
        PDDocument pdf = new PDDocument();
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(72, 700);
            content.showText(text);
            content.endText();
        }
        return pdf;
    }

    private static PDComplexFileSpecification file(PDDocument pdf, String name, String text) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(name);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        file.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(bytes)));
        return file;
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private static byte[] word(String body, Map<String, String> stories) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "word/document.xml", "<w:document xmlns:w='" + W + "'><w:body>" + body + "</w:body></w:document>");
            for (Map.Entry<String, String> story : stories.entrySet()) {
                String root = story.getValue().substring(0, 3);
                String text = story.getValue().substring(4);
                put(
                        zip,
                        story.getKey(),
                        "<w:" + root + " xmlns:w='" + W + "'><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:" + root
                                + ">");
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> files, int more) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
            for (int i = 0; i < more; i++) {
                put(zip, "member-" + i, "text");
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
