package org.sealpost.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.reading.meaning.Pages;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Original;

/** A form that ends the gateway is read twice and then delivered unread; nothing of another form is remembered of it. */
class CautiousFormReaderTest {
    private static final Bytes SALT = Bytes.of(new byte[32]);
    private static final List<Original> DEADLY = form("deadly");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private final AtomicInteger readings = new AtomicInteger();
    private FormReader real =
            (cover, originals, progress) -> new Reading(Bytes.of(new byte[0]), false, List.of(), 1, 0);

    @BeforeEach
    void count() {
        FormReader before = real;
        real = (cover, originals, progress) -> {
            readings.incrementAndGet();
            return before.read(cover, originals, progress);
        };
    }

    private static List<Original> form(String text) {
        return List.of(new Original("form.txt", Optional.empty(), Bytes.of(text.getBytes(StandardCharsets.US_ASCII))));
    }

    /** As far as the disk goes, an error that nobody catches is the gateway's death. */
    private void dieOf(List<Original> originals) throws IOException {
        CautiousFormReader gateway = new CautiousFormReader(
                (cover, o, progress) -> {
                    throw new StackOverflowError();
                },
                folder,
                SALT);
        assertThatThrownBy(() -> gateway.read(Pages.cover(), originals, FormReader.Progress.NOBODY))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void theThirdTimeItIsDeliveredUnreadAndStaysSo() throws IOException {
        dieOf(DEADLY);
        dieOf(DEADLY);
        for (int i = 0; i < 2; i++) {
            Reading reading =
                    new CautiousFormReader(real, folder, SALT).read(Pages.cover(), DEADLY, FormReader.Progress.NOBODY);
            assertThat(reading.unread()).isEqualTo(1);
            assertThat(new String(reading.json().array(), StandardCharsets.UTF_8))
                    .contains("reading-ended-the-gateway: ")
                    .contains(DEADLY.get(0).content().sha256().toString());
        }
        assertThat(readings).hasValue(0);
    }

    @Test
    void anotherFormIsReadAllTheSame() throws IOException {
        dieOf(DEADLY);
        dieOf(DEADLY);
        assertThat(new CautiousFormReader(real, folder, SALT)
                        .read(Pages.cover(), form("harmless"), FormReader.Progress.NOBODY)
                        .unread())
                .isZero();
        assertThat(readings).hasValue(1);
    }

    @Test
    void whoeverSurvivesItHasForgottenIt() throws IOException {
        dieOf(DEADLY);
        CautiousFormReader gateway = new CautiousFormReader(real, folder, SALT);
        gateway.read(Pages.cover(), DEADLY, FormReader.Progress.NOBODY);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        dieOf(DEADLY);
        gateway.read(Pages.cover(), DEADLY, FormReader.Progress.NOBODY);
        assertThat(readings).hasValue(2);
    }

    @Test
    void threeWhoReadItAtOnceAreNoDeaths() throws Exception {
        CountDownLatch all = new CountDownLatch(3);
        CautiousFormReader gateway = new CautiousFormReader(
                (cover, originals, progress) -> {
                    all.countDown();
                    try {
                        all.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return real.read(cover, originals, progress);
                },
                folder,
                SALT);
        List<Thread> readers = java.util.stream.Stream.generate(
                        () -> new Thread(() -> gateway.read(Pages.cover(), DEADLY, FormReader.Progress.NOBODY)))
                .limit(3)
                .toList();
        readers.forEach(Thread::start);
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(readings).hasValue(3);
    }

    @Test
    void nothingOfTheFormStandsInTheFolder() throws IOException {
        dieOf(DEADLY);
        try (var left = Files.list(folder)) {
            Path mark = left.findFirst().orElseThrow();
            assertThat(mark.getFileName().toString())
                    .doesNotContain(DEADLY.get(0).content().sha256().toString());
            assertThat(Files.readString(mark)).isEqualTo("1");
        }
    }
}
