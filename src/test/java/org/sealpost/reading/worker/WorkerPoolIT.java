package org.sealpost.reading.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.PagePicture;
import org.sealpost.reading.jail.Jail;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.reading.structure.part.PartLimits;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Original;

class WorkerPoolIT {
    private static final WorkerLimits LIMITS = new WorkerLimits(
            1, Duration.ofSeconds(8), Duration.ofSeconds(60), 192, 8 << 20, 1 << 20, PartLimits.DEFAULT);
    private static final WorkerStart OPEN = new WorkerStart(LIMITS, TextRecognition.NONE, Jail.OFF, MishapWorker.class);
    private static WorkerPool pool;

    @BeforeAll
    static void start() {
        pool = new WorkerPool(LIMITS, OPEN);
    }

    @AfterAll
    static void stop() {
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({
        "hang, reading-timed-out",
        "die, reading-worker-died",
        "heap, reading-out-of-memory",
        "flood, reading-too-large",
        "fault, reading-failed"
    })
    void aDocumentThatHarmsItsWorkerIsOpaqueAndTheNextIsRead(String mishap, String code) throws IOException {
        Document bad = only(pool.read(text("mishap:" + mishap)));
        assertThat(bad.disposition()).isEqualTo(Disposition.OPAQUE);
        assertThat(bad.reason()).startsWith(code + ": ");
        assertThat(bad.mediaType()).isEqualTo("text/plain");
        assertThat(bad.sha256())
                .isEqualTo(text("mishap:" + mishap).content().sha256().toString());
        assertThat(bad.elements()).isEmpty();

        Document good = only(pool.read(text("Reg: AB12 XYZ")));
        assertThat(good.disposition()).isEqualTo(Disposition.READ);
        assertThat(good.elements()).extracting(e -> ((Element.Line) e).text()).containsExactly("Reg: AB12 XYZ");
    }

    @Test
    void pagesAreDrawnWhereTheyAreAskedForAndCostNothingWhereTheyCannotBe() throws IOException {
        Original form = original("src/test/resources/forms/partner-pdf.acroform.pdf");
        PagePicture page = pool.draw(form).pages().getOrDefault(0, List.of()).get(0);
        BufferedImage picture = ImageIO.read(page.png().stream());
        assertThat(page.page()).isEqualTo(1);
        assertThat((double) picture.getWidth() / picture.getHeight())
                .isCloseTo(page.width() / page.height(), within(0.01));
        assertThat(pool.read(form).pages()).isEmpty();

        Original note = text("Reg: AB12 XYZ");
        assertThat(pool.draw(note).pages()).isEmpty();
        assertThat(pool.draw(note).parts()).isEqualTo(pool.read(note).parts());
        assertThat(only(pool.draw(text("mishap:die"))).reason()).startsWith("reading-worker-died: ");
    }

    private static Original original(String file) throws IOException {
        Path path = Path.of(file);
        return new Original(String.valueOf(path.getFileName()), Optional.empty(), Bytes.of(Files.readAllBytes(path)));
    }

    @Test
    void aPartThatKillsItsWorkerCostsTheOtherPartsNothing() throws IOException {
        List<Document> parts = pool.read(zip("a.txt", "first", "b.txt", "mishap:die", "c.txt", "third"))
                .parts();
        assertThat(parts).extracting(Document::name).containsExactly("all.zip", "a.txt", "b.txt", "c.txt");
        assertThat(parts)
                .extracting(Document::disposition)
                .containsExactly(Disposition.READ, Disposition.READ, Disposition.OPAQUE, Disposition.READ);
        assertThat(parts).extracting(Document::partOf).containsExactly(-1, 0, 0, 0);
    }

    @Test
    void whereSeveralPartsKillTheirWorkerEveryPartIsStillListed() throws IOException {
        List<Document> parts = pool.read(
                        zip("a", "first", "b", "mishap:die", "c", "mishap:die", "d", "mishap:die", "e", "fifth"))
                .parts();
        assertThat(parts).hasSize(6);
        assertThat(parts.get(1).disposition()).isEqualTo(Disposition.READ);
        assertThat(parts.subList(2, 6)).extracting(Document::disposition).containsOnly(Disposition.OPAQUE);
    }

    @Test
    void aWorkerKilledFromOutsideIsReplaced() {
        assertThat(only(pool.read(text("one"))).disposition()).isEqualTo(Disposition.READ);
        long pid = pool.pids().get(0);
        ProcessHandle victim = ProcessHandle.of(pid).orElseThrow();
        victim.destroyForcibly();
        victim.onExit().join();
        Document next = only(pool.read(text("two")));
        assertThat(next.disposition()).isEqualTo(Disposition.READ);
        assertThat(pool.pids()).doesNotContain(pid);
    }

    @Test
    void aWorkerKilledWhileItReadsCostsThatDocumentOnly() {
        assertThat(only(pool.read(text("one"))).disposition()).isEqualTo(Disposition.READ);
        long pid = pool.pids().get(0);
        CompletableFuture<WorkerPool.Found> hanging =
                CompletableFuture.supplyAsync(() -> pool.read(text("mishap:hang")));
        await().pollDelay(Duration.ofMillis(300))
                .until(() -> ProcessHandle.of(pid).isPresent());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        assertThat(only(hanging.join()).reason()).startsWith("reading-worker-died: ");
        assertThat(only(pool.read(text("two"))).disposition()).isEqualTo(Disposition.READ);
    }

    @Test
    void whatAParserPrintsDoesNotReachThePipe() {
        assertThat(only(pool.read(text("mishap:chatter"))).disposition()).isEqualTo(Disposition.READ);
    }

    @Test
    void nothingThatAParserSpoolsIsLeft() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory));
        assertThat(only(pool.read(text("mishap:spool"))).disposition()).isEqualTo(Disposition.READ);
        assertThat(filesUnder(memory)).noneMatch(f -> f.endsWith("spooled") || f.endsWith("link"));
        assertThat(Files.exists(Path.of("/dev"))).isTrue();
    }

    @Test
    void closingRemovesTheFolderAndTheProcesses() throws IOException {
        List<Path> before = folders();
        WorkerPool another = new WorkerPool(LIMITS, OPEN);
        List<Long> pids = another.pids();
        assertThat(pids).hasSize(1);
        another.close();
        assertThat(folders()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(ProcessHandle.of(pids.get(0)).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        assertThat(only(another.read(text("late"))).reason()).startsWith("reading-unavailable: ");
    }

    @Test
    void aFolderThatNobodyHoldsIsRemovedByTheNextStart() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory));
        Path abandoned = Files.createTempDirectory(memory, "sealpost-reading-");
        Files.createFile(abandoned.resolve("lock"));
        Files.writeString(Files.createDirectory(abandoned.resolve("worker-0")).resolve("left"), "plaintext");
        try (WorkerPool another = new WorkerPool(LIMITS, OPEN)) {
            assertThat(abandoned).doesNotExist();
            assertThat(folders()).as("those in use stay").hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aDocumentAboveTheLimitIsNotOpened() {
        Document large = only(pool.read(new Original("big.bin", Optional.empty(), Bytes.of(new byte[(8 << 20) + 1]))));
        assertThat(large.disposition()).isEqualTo(Disposition.REFUSED);
        assertThat(large.reason()).startsWith("too-large: ");
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        List<Document> parts = pool.read(new Original("bomb.zip", Optional.empty(), Bytes.of(bytes.toByteArray())))
                .parts();
        assertThat(parts).extracting(Document::name).containsExactly("bomb.zip", "zeros");
        assertThat(parts).extracting(Document::disposition).containsOnly(Disposition.REFUSED);
        Document bomb = parts.get(0);
        assertThat(bomb.disposition()).isEqualTo(Disposition.REFUSED);
        assertThat(bomb.reason()).startsWith("unpacks-too-far: ");
    }

    @Test
    void thirtyNestedZipsAreListedToTheDepthAndNotOpenedBeyond() throws IOException {
        Original nested = zip("a.txt", "inside");
        for (int i = 0; i < 29; i++) {
            nested = zipOf("z.zip", nested.content().array());
        }
        List<Document> parts = pool.read(nested).parts();
        assertThat(parts).hasSize(PartLimits.DEFAULT.depth() + 2);
        Document last = parts.get(parts.size() - 1);
        assertThat(last.disposition()).isEqualTo(Disposition.REFUSED);
        assertThat(last.reason()).startsWith("nested-too-deep: ");
    }

    private static Document only(WorkerPool.Found found) {
        assertThat(found.parts()).hasSize(1);
        return found.parts().get(0);
    }

    private static Original text(String text) {
        return new Original("note.txt", Optional.empty(), Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Original zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Original("all.zip", Optional.empty(), Bytes.of(bytes.toByteArray()));
    }

    private static Original zipOf(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return new Original(name, Optional.empty(), Bytes.of(bytes.toByteArray()));
    }

    private static List<Path> folders() throws IOException {
        Path memory = Path.of("/dev/shm");
        if (!Files.isDirectory(memory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(memory)) {
            return all.filter(p -> p.getFileName().toString().startsWith("sealpost-reading-"))
                    .toList();
        }
    }

    private static List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList();
        }
    }
}
