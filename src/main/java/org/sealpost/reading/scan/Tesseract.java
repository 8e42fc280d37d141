package org.sealpost.reading.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One run of the command: pictures in over its standard input, words out over its standard output. It sees no file, has
 * no environment but what it needs, and is killed when its time is over.
 */
final class Tesseract {
    /** How it takes a page apart (its {@code --psm}). */
    enum Mode {
        ONE_COLUMN(4),
        BLOCK(6),
        LINE(7);

        private final int number;

        Mode(int number) {
            this.number = number;
        }
    }

    private static final int LONGEST_LINE = 10_000;
    private static final int MOST_WORDS = 20_000;

    private final TextRecognition settings;

    Tesseract(TextRecognition settings) {
        this.settings = settings;
    }

    static void environment(ProcessBuilder builder, String data) {
        builder.environment().clear();
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.environment().put("LC_ALL", "C.UTF-8");
        if (!data.isEmpty()) {
            builder.environment().put("TESSDATA_PREFIX", data);
        }
    }

    /**
     * Recognises the pictures.
     *
     * @param models as the command takes them, such as {@code eng+cym}
     * @throws RecognitionTimeException where the time is over before the end
     * @throws IOException where the command cannot be run or fails
     */
    List<Recognised> read(List<Grey> pictures, String models, Mode mode, Deadline deadline) throws IOException {
        if (pictures.isEmpty()) {
            return List.of();
        }
        ProcessBuilder builder = new ProcessBuilder(
                settings.command(),
                "stdin",
                "stdout",
                "--psm",
                Integer.toString(mode.number),
                "--oem",
                "1",
                "-l",
                models,
                "-c",
                "tessedit_create_tsv=1",
                "-c",
                "tessedit_create_txt=0",
                "-c",
                "load_system_dawg=1");
        environment(builder, settings.data());
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        AtomicBoolean late = new AtomicBoolean();
        Thread watch = watch(process, deadline, late);
        Thread feeder = feeder(process, Tiff.of(pictures));
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<Recognised> words = words(out);
            int exit = process.waitFor();
            if (late.get()) {
                throw new RecognitionTimeException();
            }
            if (exit != 0) {
                throw new IOException("text recognition failed");
            }
            return words;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
            watch.interrupt();
            feeder.interrupt();
        }
    }

    private static Thread watch(Process process, Deadline deadline, AtomicBoolean late) {
        Thread watch = new Thread(
                () -> {
                    try {
                        Thread.sleep(deadline.left().toMillis());
                        late.set(true);
                        process.destroyForcibly();
                    } catch (InterruptedException e) {
                        // It was done in time.
                        Thread.currentThread().interrupt();
                    }
                },
                "recognition-watch");
        watch.setDaemon(true);
        watch.start();
        return watch;
    }

    private static Thread feeder(Process process, byte[] tiff) {
        Thread feeder = new Thread(
                () -> {
                    try (OutputStream in = process.getOutputStream()) {
                        in.write(tiff);
                    } catch (IOException e) {
                        // It ended before it had read everything: its exit code tells.
                        process.destroy();
                    }
                },
                "recognition-feed");
        feeder.setDaemon(true);
        feeder.start();
        return feeder;
    }

    private static List<Recognised> words(BufferedReader out) throws IOException {
        List<Recognised> words = new ArrayList<>();
        for (String row = out.readLine(); row != null; row = out.readLine()) {
            String[] cells = row.split("\t", -1);
            if (row.length() < LONGEST_LINE
                    && cells.length == 12
                    && cells[0].equals("5")
                    && words.size() < MOST_WORDS) {
                String text = cells[11].strip();
                double certainty = Double.parseDouble(cells[10]) / 100;
                if (!text.isEmpty() && certainty >= 0) {
                    int line = (number(cells[2]) * 100 + number(cells[3])) * 1000 + number(cells[4]);
                    words.add(new Recognised(
                            number(cells[1]) - 1,
                            line,
                            number(cells[6]),
                            number(cells[7]),
                            number(cells[8]),
                            number(cells[9]),
                            Math.min(1, certainty),
                            text));
                }
            }
        }
        return words;
    }

    private static int number(String cell) {
        return Integer.parseInt(cell);
    }
}
