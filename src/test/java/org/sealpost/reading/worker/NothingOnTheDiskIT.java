package org.sealpost.reading.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.jail.Jail;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Original;

/** No format needs a temporary file, and none is made of one. */
class NothingOnTheDiskIT {
    private static final TextRecognition RECOGNITION = TextRecognition.find("", System.getenv());

    private static final WorkerLimits ONE = WorkerLimits.DEFAULT.withWorkers(1);

    /** In the jail there is nowhere to make one, so this looks at workers outside of it. */
    private static final WorkerStart OPEN = new WorkerStart(ONE, RECOGNITION, Jail.OFF, WorkerMain.class);

    private static final List<String> FORMS = List.of(
            "agency-report.doc",
            "agency-report.docx",
            "agency-report.odt",
            "agency-report.pdf",
            "nominal-grid.doc",
            "nominal-grid.docx",
            "nominal-grid.odt",
            "nominal-grid.pdf",
            "partner-pdf.acroform.pdf",
            "partner-pdf.controls.docx",
            "partner-pdf.legacy.doc",
            "partner-pdf.legacy.docx",
            "agency-report.scan.pdf",
            "nominal-grid.scan.pdf");

    private static final String FLAT = "<?xml version='1.0'?><office:document"
            + " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " office:mimetype='application/vnd.oasis.opendocument.text'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>"
            + "<text:p>AB12 CDE</text:p></office:text></office:body></office:document>";

    @Test
    void withoutItsFolderAWorkerReadsAsMuchAndWritesNowhereElse(@TempDir Path scratch) throws IOException {
        try (WorkerPool pool = new WorkerPool(ONE, OPEN, scratch.resolve("there-is-no-such-folder"))) {
            for (Original original : originals()) {
                Document first = pool.read(original).parts().get(0);
                if (RECOGNITION.present() || !original.name().contains(".scan.")) {
                    assertThat(first.disposition())
                            .as(original.name() + " " + first.reason())
                            .isEqualTo(Disposition.READ);
                }
            }
        }
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void noLibraryMakesATemporaryFileOfADocument(@TempDir Path memory) throws Exception {
        Set<String> seen = new TreeSet<>();
        AtomicBoolean done = new AtomicBoolean();
        try (WorkerPool pool = new WorkerPool(ONE, OPEN, memory)) {
            Thread watch = new Thread(() -> watch(memory, seen, done));
            watch.start();
            for (Original original : originals()) {
                assertThat(pool.read(original).parts()).isNotEmpty();
                Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> spooled(memory)
                        .isEmpty());
            }
            done.set(true);
            watch.join();
        }
        assertThat(seen).as("the watch works").contains("lock");
        seen.removeIf(name -> name.equals("lock") || name.startsWith(".pdfbox"));
        assertThat(seen).isEmpty();
        assertThat(memory).isEmptyDirectory();
    }

    /** PDFBox's list of the machine's fonts stays; no word of a document is in it. */
    private static List<Path> spooled(Path memory) throws IOException {
        try (Stream<Path> all = Files.walk(memory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("lock"))
                    .filter(file -> !file.getFileName().toString().startsWith(".pdfbox"))
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            return List.of(memory);
        }
    }

    private static void watch(Path memory, Set<String> seen, AtomicBoolean done) {
        while (!done.get()) {
            try (Stream<Path> all = Files.walk(memory)) {
                all.filter(Files::isRegularFile)
                        .forEach(file -> seen.add(file.getFileName().toString()));
            } catch (IOException | java.io.UncheckedIOException e) {
                // A folder that was emptied meanwhile: looked at again at once.
                Thread.onSpinWait();
            }
        }
    }

    private static List<Original> originals() throws IOException {
        List<Original> all = new ArrayList<>();
        for (String form : FORMS) {
            try (InputStream in =
                    Objects.requireNonNull(NothingOnTheDiskIT.class.getResourceAsStream("/forms/" + form))) {
                all.add(new Original(form, Optional.empty(), Bytes.of(in.readAllBytes())));
            }
        }
        all.add(original("a.rtf", "{\\rtf1\\ansi Reg: AB12 CDE\\par Seen twice}"));
        all.add(original("a.html", "<html><body><p>Reg: AB12 CDE</p></body></html>"));
        all.add(original("large.eml", largeMail()));
        all.add(original("a.fodt", FLAT));
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            all.add(book("a.xlsx", workbook));
        }
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            all.add(book("a.xls", workbook));
        }
        all.add(large());
        return all;
    }

    private static Original book(String name, Workbook workbook) throws IOException {
        workbook.createSheet("one").createRow(0).createCell(0).setCellValue("AB12 CDE");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return new Original(name, Optional.empty(), Bytes.of(bytes.toByteArray()));
    }

    /** An OpenDocument text with five megabytes that do not pack. */
    private static Original large() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] noise = new byte[5 << 20];
        new Random(1).nextBytes(noise);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
            put(zip, "Pictures/noise.bin", noise);
            put(
                    zip,
                    "content.xml",
                    "<c><body><text><p>AB12 CDE</p></text></body></c>".getBytes(StandardCharsets.UTF_8));
        }
        return new Original("large.odt", Optional.empty(), Bytes.of(bytes.toByteArray()));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }

    /** Ten megabytes of attachment: far above where libraries begin to spool. */
    private static String largeMail() {
        return "From: a@agency.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                + "--x\r\nContent-Type: text/plain\r\n\r\nHello\r\n"
                + "--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=b\r\n\r\n"
                + "0123456789abcdef0123456789abcdef\r\n".repeat(10 << 20 >> 5) + "\r\n--x--\r\n";
    }

    private static Original original(String name, String text) {
        return new Original(name, Optional.empty(), Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
