package org.sealpost.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.jail.Jail;
import org.sealpost.reading.meaning.FormInterpreter;
import org.sealpost.reading.meaning.Grounds;
import org.sealpost.reading.meaning.Interpreters;
import org.sealpost.reading.meaning.Pages;
import org.sealpost.reading.meaning.ReadingSchema;
import org.sealpost.reading.meaning.Score;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.reading.worker.WorkerLimits;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Original;
import org.sealpost.submission.Sha256;

/** From bytes to meaning, with real workers: the sample forms, and e-mails that carry them. */
class WorkerFormReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ConcurrentHashMap<Sha256, List<Document>> SEEN = new ConcurrentHashMap<>();
    private static WorkerFormReader reader;

    @BeforeAll
    static void start() {
        FormInterpreter interpreter = Interpreters.standard();
        reader = new WorkerFormReader(WorkerLimits.DEFAULT, (cover, documents, substance) -> {
            Reading reading = interpreter.interpret(cover, documents, substance);
            SEEN.put(reading.json().sha256(), documents);
            return reading;
        });
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @ParameterizedTest
    @CsvSource({
        "agency-report.doc, 0.95",
        "agency-report.docx, 0.95",
        "agency-report.odt, 0.95",
        "agency-report.pdf, 0.95",
        "nominal-grid.doc, 0.95",
        "nominal-grid.docx, 0.95",
        "nominal-grid.odt, 0.95",
        "nominal-grid.pdf, 0.95",
        "partner-pdf.acroform.pdf, 0.95",
        "partner-pdf.controls.docx, 0.95",
        "partner-pdf.legacy.docx, 0.95"
    })
    void aSampleFormIsUnderstood(String file, double floor) throws IOException {
        JsonNode reading = read(sample(file));
        JsonNode truth = JSON.readTree(form(file.substring(0, file.indexOf('.')) + ".truth.json"));
        Score score = Score.of(reading, truth);
        assertThat(score.f1())
                .as("missed %s, invented %s", score.missed(), score.invented())
                .isGreaterThanOrEqualTo(floor);
        assertThat(dispositions(reading)).startsWith("read");
        if (file.endsWith(".pdf")) {
            for (JsonNode evidence : reading.at("/meta/evidence")) {
                assertThat(evidence.path("page").asInt()).isPositive();
                assertThat(evidence.at("/box/width").asDouble()).isPositive();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"agency-report.scan.pdf, 0.95", "nominal-grid.scan.pdf, 0.95"})
    void aScannedFormIsUnderstood(String file, double floor) throws IOException {
        assumeTrue(TextRecognition.find("", System.getenv()).present(), "tesseract is not installed");
        aSampleFormIsUnderstood(file, floor);
        assertThat(read(sample(file)).at("/meta/evidence")).isNotEmpty().allSatisfy(evidence -> {
            assertThat(evidence.path("method").asText()).isIn("ocr", "prose");
            assertThat(evidence.path("confidence").asDouble()).isBetween(0.0, 0.9);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"agency-report.scan.pdf", "nominal-grid.scan.pdf"})
    void withoutRecognitionAScanIsDeliveredUnreadAndNothingIsInvented(String file) throws IOException {
        try (WorkerFormReader without = new WorkerFormReader(
                WorkerLimits.DEFAULT.withWorkers(1), TextRecognition.NONE, Jail.OFF, Interpreters.standard())) {
            JsonNode reading =
                    JSON.readTree(without.read(Pages.cover(), List.of(sample(file)), FormReader.Progress.NOBODY)
                            .json()
                            .array());
            assertThat(dispositions(reading)).containsExactly("opaque");
            assertThat(reading.at("/meta/documents/0/reason").asText()).startsWith("no-text: ");
            assertThat(reading.at("/meta/evidence")).isEmpty();
            assertThat(reading.at("/included")).hasSize(1);
            assertThat(reading.at("/data/attributes")).isEmpty();
        }
    }

    @Test
    void anEmailWithAFormItsOwnTextAMessageAndTwoFilesOfOneName() throws IOException {
        byte[] form = form("partner-pdf.acroform.pdf");
        String inner = mail("Inner", part("text/plain", "", "Reg: AB12 CDE"), part("text/plain", "note.txt", "deep"));
        byte[] outer = mail(
                        "Outer",
                        part("text/plain", "", "Please see the form."),
                        part("application/pdf", "form.pdf", form),
                        "Content-Type: message/rfc822\r\n\r\n" + inner,
                        part("text/plain", "note.txt", "one"),
                        part("text/plain", "note.txt", "two"))
                .getBytes(UTF_8);
        Reading read = reader.read(Pages.cover(), List.of(original("mail.eml", outer)), FormReader.Progress.NOBODY);
        JsonNode reading = checked(read);
        assertThat(names(reading))
                .containsExactly("mail.eml", "form.pdf", "Inner.eml", "note.txt", "note.txt", "note.txt");
        assertThat(dispositions(reading)).containsOnly("read");
        assertThat(documents(read)).extracting(Document::partOf).containsExactly(-1, 0, 0, 2, 0, 0);
        assertThat(reading.at("/meta/documents/2/sha256").asText())
                .as("the forwarded message as it stands in the outer one")
                .isEqualTo(Sha256.of(inner.getBytes(UTF_8)).toString());
        assertThat(read.substance())
                .containsExactly(
                        Sha256.of(form),
                        Sha256.of(inner.getBytes(UTF_8)),
                        Sha256.of("one".getBytes(UTF_8)),
                        Sha256.of("two".getBytes(UTF_8)),
                        texts("Outer", "Please see the form."));
        assertThat(Score.of(reading, JSON.readTree(form("partner-pdf.truth.json")))
                        .missed())
                .isEmpty();
    }

    @Test
    void oneBadOriginalCostsTheOthersNothingAndPartsKnowWhereTheyLie() throws IOException {
        byte[] mail = mail("First", part("text/plain", "", "Hello"), part("text/plain", "a.txt", "a"))
                .getBytes(UTF_8);
        byte[] damaged = form("agency-report.docx").clone();
        for (int i = 200; i < damaged.length - 200; i++) {
            damaged[i] ^= 0x55;
        }
        Reading read = reader.read(
                Pages.cover(),
                List.of(
                        original("a.eml", mail),
                        original("bad.docx", damaged),
                        original("b.eml", mail),
                        sample("agency-report.docx")),
                FormReader.Progress.NOBODY);
        JsonNode reading = checked(read);
        assertThat(names(reading))
                .containsExactly("a.eml", "bad.docx", "b.eml", "agency-report.docx", "a.txt", "a.txt");
        assertThat(dispositions(reading)).containsExactly("read", "opaque", "read", "read", "read", "read");
        assertThat(documents(read)).extracting(Document::partOf).containsExactly(-1, -1, -1, -1, 0, 2);
        assertThat(read.unread()).isEqualTo(1);
        assertThat(Score.of(reading, JSON.readTree(form("agency-report.truth.json")))
                        .missed())
                .isEmpty();
    }

    @Test
    void twoSubmissionsAtOnceAreKeptApart() throws IOException {
        Original a = sample("agency-report.pdf");
        Original b = sample("nominal-grid.docx");
        Bytes alone = reader.read(Pages.cover(), List.of(a), FormReader.Progress.NOBODY)
                .json();
        Bytes other = reader.read(Pages.cover(), List.of(b), FormReader.Progress.NOBODY)
                .json();
        List<CompletableFuture<Bytes>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Original each = i % 2 == 0 ? a : b;
            all.add(CompletableFuture.supplyAsync(
                    () -> reader.read(Pages.cover(), List.of(each), FormReader.Progress.NOBODY)
                            .json()));
        }
        for (int i = 0; i < 8; i++) {
            assertThat(all.get(i).join().array()).isEqualTo((i % 2 == 0 ? alone : other).array());
        }
    }

    @Test
    void whatCannotBeInterpretedIsDeliveredAllTheSame() throws IOException {
        Interpreter broken = (cover, documents, substance) -> {
            throw new IllegalStateException("as an interpreter may");
        };
        try (WorkerFormReader other = new WorkerFormReader(WorkerLimits.DEFAULT.withWorkers(1), broken)) {
            byte[] mail = mail("First", part("text/plain", "a.txt", "a")).getBytes(UTF_8);
            Reading read = other.read(Pages.cover(), List.of(original("a.eml", mail)), FormReader.Progress.NOBODY);
            JsonNode reading = ReadingSchema.valid(read.json().array());
            assertThat(names(reading)).containsExactly("a.eml", "a.txt");
            assertThat(dispositions(reading)).containsOnly("opaque");
            assertThat(read.substance()).containsExactly(Sha256.of("a".getBytes(UTF_8)), texts("First"));
        }
    }

    /** What a mail says itself, as one. */
    private static Sha256 texts(String... said) {
        return Sha256.of(Stream.of(said)
                .map(text -> Sha256.of(text.getBytes(UTF_8)).bytes())
                .toArray(byte[][]::new));
    }

    private static JsonNode read(Original original) {
        return checked(reader.read(Pages.cover(), List.of(original), FormReader.Progress.NOBODY));
    }

    /** Valid by the schema, every value with its evidence, every evidence with its text. */
    private static JsonNode checked(Reading reading) {
        JsonNode json = ReadingSchema.valid(reading.json().array());
        assertThat(Grounds.missing(json, documents(reading))).isEmpty();
        assertThat(json.at("/meta/documents")).hasSize(reading.documents());
        return json;
    }

    private static List<Document> documents(Reading reading) {
        return Objects.requireNonNull(SEEN.get(reading.json().sha256()));
    }

    private static List<String> names(JsonNode reading) {
        return reading.at("/meta/documents").findValuesAsText("name");
    }

    private static List<String> dispositions(JsonNode reading) {
        return reading.at("/meta/documents").findValuesAsText("disposition");
    }

    private static String mail(String subject, String... parts) {
        String edge = "edge-" + subject;
        StringBuilder mail = new StringBuilder("From: Ann Lee <ann@agency.example>\r\nSubject: " + subject
                + "\r\nMIME-Version: 1.0\r\nX-Odd:   two  blanks\r\nContent-Type: multipart/mixed; boundary=\"" + edge
                + "\"\r\n\r\npreamble\r\n");
        for (String part : parts) {
            mail.append("--").append(edge).append("\r\n").append(part).append("\r\n");
        }
        return mail.append("--").append(edge).append("--\r\n").toString();
    }

    private static String part(String type, String name, String text) {
        return "Content-Type: " + type + "; charset=utf-8\r\n" + attached(name) + "\r\n" + text;
    }

    private static String part(String type, String name, byte[] bytes) {
        return "Content-Type: " + type + "\r\n" + attached(name) + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(bytes);
    }

    private static String attached(String name) {
        return name.isEmpty() ? "" : "Content-Disposition: attachment; filename=\"" + name + "\"\r\n";
    }

    private static Original sample(String file) throws IOException {
        return original(file, form(file));
    }

    private static Original original(String name, byte[] bytes) {
        return new Original(name, Optional.empty(), Bytes.of(bytes));
    }

    private static byte[] form(String file) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(WorkerFormReaderTest.class.getResourceAsStream("/forms/" + file))) {
            return in.readAllBytes();
        }
    }
}
