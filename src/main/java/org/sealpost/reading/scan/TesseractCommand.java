package org.sealpost.reading.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.sealpost.reading.jail.Confinement;
import org.sealpost.reading.jail.Jail;

/**
 * One run of the command for each call, in a jail of its own: pictures in over its standard input, words out over its
 * standard output. It sees no file but its own, has no environment but what it needs, and is killed when its time is over.
 * It is fed with bytes that nobody trusts, and what it answers is as little trusted. Safe to share between threads.
 */
public final class TesseractCommand implements TextRecogniser {
    /** Gives the pictures; may stop short where the command no longer takes them. */
    public interface Feed {
        void into(OutputStream command) throws IOException;
    }

    private static final int MOST_BYTES = 8 << 20;
    private static final int MEGABYTES = 1024;
    private static final int FILES = 64;

    /** Where its models lie where {@code TESSDATA_PREFIX} does not say otherwise. */
    private static final List<Path> MODELS = List.of(
            Path.of("/usr/share/tesseract-ocr"),
            Path.of("/usr/share/tessdata"),
            Path.of("/usr/share/tesseract"),
            Path.of("/usr/local/share/tessdata"));

    private final TextRecognition settings;
    private final Jail jail;

    public TesseractCommand(TextRecognition settings, Jail jail) {
        this.settings = settings;
        this.jail = jail;
    }

    static void environment(ProcessBuilder builder, String data) {
        builder.environment().clear();
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.environment().put("LC_ALL", "C.UTF-8");
        if (!data.isEmpty()) {
            builder.environment().put("TESSDATA_PREFIX", data);
        }
    }

    @Override
    public byte[] recognise(byte[] tiff, Models models, Layout layout, Duration atMost) throws IOException {
        return recognise(command -> command.write(tiff), models, layout, atMost);
    }

    /** The same with pictures that are not in memory. {@code feed} is called once, on this thread. */
    public byte[] recognise(Feed feed, Models models, Layout layout, Duration atMost) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                settings.command(),
                "stdin",
                "stdout",
                "--psm",
                Integer.toString(layout.number()),
                "--oem",
                "1",
                "-l",
                models == Models.LANGUAGES ? settings.languages() : settings.script(),
                "-c",
                "tessedit_create_tsv=1",
                "-c",
                "tessedit_create_txt=0",
                "-c",
                "load_system_dawg=1");
        environment(builder, settings.data());
        Process process = jail.start(
                builder.redirectError(ProcessBuilder.Redirect.DISCARD), new Confinement(readable(), MEGABYTES, FILES));
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    process.destroyForcibly();
                },
                CompletableFuture.delayedExecutor(atMost.toMillis(), TimeUnit.MILLISECONDS));
        try (InputStream out = process.getInputStream()) {
            feed(feed, process);
            byte[] table = out.readNBytes(MOST_BYTES);
            if (out.read() >= 0) {
                throw new IOException("text recognition answers more than it may");
            }
            int exit = process.waitFor();
            if (late.get()) {
                throw new RecognitionTimeException();
            }
            if (exit != 0) {
                throw new IOException("text recognition failed");
            }
            return table;
        } catch (IOException e) {
            if (late.get()) {
                throw new RecognitionTimeException();
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            end.cancel(false);
            process.destroyForcibly();
        }
    }

    private static void feed(Feed feed, Process process) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            feed.into(in);
        }
    }

    private List<Path> readable() {
        Path command = Path.of(settings.command());
        return Stream.concat(
                        Stream.of(command),
                        settings.data().isEmpty() ? MODELS.stream() : Stream.of(Path.of(settings.data())))
                .toList();
    }
}
