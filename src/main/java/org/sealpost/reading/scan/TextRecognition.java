package org.sealpost.reading.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The {@code tesseract} command of this machine, and what recognition may cost.
 *
 * @param command absolute; empty where there is none
 * @param languages as Tesseract takes them, such as {@code eng+cym}; empty where there is none
 * @param script its model of the Latin script, which knows letters of every language (ł, ŷ, ö); empty where there is none
 * @param data where its languages lie, empty for its own idea
 * @param perPage how long the recognition of one page may take
 * @param perOriginal how long that of all pages of an original together
 */
public record TextRecognition(
        String command, String languages, String script, String data, Duration perPage, Duration perOriginal) {
    /** None: pictures are delivered unread. */
    public static final TextRecognition NONE =
            new TextRecognition("", "", "", "", Duration.ofSeconds(8), Duration.ofSeconds(14));

    private static final List<String> WANTED = List.of("eng", "cym");
    private static final List<String> SCRIPT = List.of("Latin", "script/Latin");

    /** The same for documents that may take so long altogether: two fifths of it for a page, seven tenths for all of them. */
    public TextRecognition within(Duration perDocument) {
        return new TextRecognition(
                command,
                languages,
                script,
                data,
                perDocument.multipliedBy(2).dividedBy(5),
                perDocument.multipliedBy(7).dividedBy(10));
    }

    /** True where pictures can be read. */
    public boolean present() {
        return !command.isEmpty();
    }

    /**
     * Looks for the command and asks it for its languages; takes English, and Welsh and the model of the
     * Latin script where they are installed.
     *
     * @param setting a path, empty to look along {@code PATH}, {@code off} for none
     * @return {@link #NONE} where there is none or it lacks English
     */
    public static TextRecognition find(String setting, Map<String, String> environment) {
        if (setting.equals("off")) {
            return NONE;
        }
        String data = environment.getOrDefault("TESSDATA_PREFIX", "");
        return command(setting, environment.getOrDefault("PATH", ""))
                .map(command -> {
                    List<String> installed = languages(command, data);
                    List<String> taken =
                            WANTED.stream().filter(installed::contains).toList();
                    return taken.contains("eng")
                            ? new TextRecognition(
                                    command.toString(),
                                    String.join("+", taken),
                                    SCRIPT.stream()
                                            .filter(installed::contains)
                                            .findFirst()
                                            .orElse(""),
                                    data,
                                    NONE.perPage(),
                                    NONE.perOriginal())
                            : NONE;
                })
                .orElse(NONE);
    }

    private static Optional<Path> command(String setting, String searched) {
        List<Path> places = new ArrayList<>();
        if (setting.isEmpty()) {
            for (String folder : searched.split(":", -1)) {
                places.add(Path.of(folder).resolve("tesseract"));
            }
        } else {
            places.add(Path.of(setting));
        }
        return places.stream()
                .filter(p -> p.isAbsolute() && Files.isRegularFile(p) && Files.isExecutable(p))
                .findFirst();
    }

    private static List<String> languages(Path command, String data) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command.toString(), "--list-langs");
            TesseractCommand.environment(builder, data);
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS).execute(process::destroyForcibly);
            try (InputStream out = process.getInputStream()) {
                return new String(out.readNBytes(1 << 16), StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .toList();
            }
        } catch (IOException e) {
            return List.of();
        }
    }
}
