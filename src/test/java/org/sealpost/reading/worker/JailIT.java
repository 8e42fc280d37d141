package org.sealpost.reading.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.jail.Jail;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.reading.structure.part.PartLimits;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Original;

/** A reader in an attacker's hands, inside the jail and, to see that the attack is one, outside of it. */
class JailIT {
    private static final WorkerLimits LIMITS = new WorkerLimits(
            1, Duration.ofSeconds(20), Duration.ofSeconds(60), 192, 8 << 20, 1 << 20, PartLimits.DEFAULT);

    private static Jail jail = Jail.OFF;
    private static WorkerPool inside;
    private static WorkerPool outside;

    @BeforeAll
    static void start() {
        jail = Jail.find(System.getenv());
        assumeTrue(jail.holds(), "there is no jail: " + jail.lacking());
        inside = pool(jail);
        outside = pool(Jail.OFF);
    }

    private static WorkerPool pool(Jail jail) {
        return new WorkerPool(LIMITS, new WorkerStart(LIMITS, TextRecognition.NONE, jail, MishapWorker.class));
    }

    @AfterAll
    static void stop() {
        if (inside != null) {
            inside.close();
            outside.close();
        }
    }

    @Test
    void opensNoSocket() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String order = "connect " + listening.getLocalPort();
            assertThat(told(outside, order)).isEqualTo("escaped: connected");
            assertThat(told(inside, order)).startsWith("stopped: ").doesNotContain("escaped");
        }
    }

    @Test
    void readsNoFileOfTheHost(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "a secret");
        assertThat(told(outside, "look " + secret)).isEqualTo("escaped: read a secret");
        assertThat(told(inside, "look " + secret)).isEqualTo("stopped");
    }

    @Test
    void startsNoProcess() {
        assertThat(told(outside, "start")).isEqualTo("escaped: a process ended with 0");
        assertThat(told(inside, "start")).startsWith("stopped: ");
    }

    @Test
    void writesNothing() {
        assertThat(told(outside, "write")).startsWith("escaped: wrote to ");
        assertThat(told(inside, "write")).isEqualTo("stopped");
    }

    @ParameterizedTest
    @CsvSource({
        "print, reading-too-large",
        "memory, reading-worker-died",
        "heap, reading-out-of-memory",
        "die, reading-worker-died"
    })
    void endsBeforeItHasTakenMoreThanItMay(String order, String code) {
        Document bad = read(inside, "mishap:" + order);
        assertThat(bad.disposition()).isEqualTo(Disposition.OPAQUE);
        assertThat(bad.reason()).startsWith(code + ": ");
        assertThat(read(inside, "Reg: AB12 XYZ").disposition()).isEqualTo(Disposition.READ);
    }

    @Test
    void whatIsInsideEndsWithTheProcessThatStartedIt() throws IOException {
        read(inside, "one");
        ProcessHandle bwrap = ProcessHandle.of(inside.pids().get(0)).orElseThrow();
        List<ProcessHandle> all = bwrap.descendants().toList();
        assertThat(all).isNotEmpty();
        bwrap.destroyForcibly();
        all.forEach(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void formsAndScansAreReadInsideAsWellAsOutside() throws IOException {
        TextRecognition recognition = TextRecognition.find("", System.getenv());
        WorkerLimits limits = WorkerLimits.DEFAULT.withWorkers(1).withTime(Duration.ofMinutes(1));
        try (WorkerPool jailed = new WorkerPool(limits, recognition.within(limits.perDocument()), jail)) {
            for (String form : List.of("partner-pdf.acroform.pdf", "nominal-grid.docx", "agency-report.doc")) {
                assertThat(jailed.read(form(form)).parts().get(0).disposition())
                        .as(form)
                        .isEqualTo(Disposition.READ);
            }
            assertThat(jailed.draw(form("partner-pdf.acroform.pdf")).pages()).containsKey(0);
            assumeTrue(recognition.present(), "tesseract is not installed");
            Document scan = jailed.read(form("nominal-grid.scan.pdf")).parts().get(0);
            assertThat(scan.disposition()).as(scan.reason()).isEqualTo(Disposition.READ);
        }
    }

    @Test
    void saysWhatIsLacking(@TempDir Path empty) {
        Jail none = Jail.find(Map.of("PATH", empty.toString()));
        assertThat(none.holds()).isFalse();
        assertThat(none.lacking()).isEqualTo("not installed: bash, prlimit, bwrap");
    }

    private static Original form(String name) throws IOException {
        return new Original(
                name, Optional.empty(), Bytes.of(Files.readAllBytes(Path.of("src/test/resources/forms", name))));
    }

    private static String told(WorkerPool pool, String order) {
        Document document = read(pool, "mishap:" + order);
        assertThat(document.reason()).isEmpty();
        return ((Element.Line) document.elements().get(0)).text();
    }

    private static Document read(WorkerPool pool, String text) {
        Original original = new Original("note.txt", Optional.empty(), Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
        return pool.read(original).parts().get(0);
    }
}
