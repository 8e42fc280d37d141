package org.sealpost.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The benchmark: a table for people, the same figures in {@code target/bench.json}. A figure means little on another
 * machine; its ratio to what was measured beside it means the same everywhere. Exits 1 where a promised figure is not kept.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws IOException {
        boolean quick = List.of(args).contains("--quick");
        List<Figure> figures = List.of(ReadingSpeed.measure(quick ? 60 : 400), SealingSpeed.measure(quick ? 60 : 400));
        print(figures);
        write(figures, Path.of("target/bench.json"));
        System.exit(figures.stream().allMatch(Figure::isKept) ? 0 : 1);
    }

    private static void print(List<Figure> figures) {
        System.out.println(String.format(
                Locale.ROOT, "%-58s %9s   %-46s %9s %7s", "measured", "ms", "held against", "ms", "ratio"));
        for (Figure figure : figures) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-58s %9.2f   %-46s %9.2f %7.2f%s",
                    figure.what(),
                    figure.ours(),
                    figure.beside(),
                    figure.theirs(),
                    figure.ratio(),
                    figure.most() == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "   below %.0f ms: %s",
                                    figure.most(),
                                    figure.isKept() ? "yes" : "NO")));
        }
    }

    private static void write(List<Figure> figures, Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode();
        root.put("java", System.getProperty("java.version"));
        root.put("processors", Runtime.getRuntime().availableProcessors());
        figures.forEach(f -> root.withArray("figures")
                .addObject()
                .put("what", f.what())
                .put("milliseconds", f.ours())
                .put("heldAgainst", f.beside())
                .put("itsMilliseconds", f.theirs())
                .put("ratio", f.ratio())
                .put("promisedBelowMilliseconds", f.most())
                .put("kept", f.isKept()));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, mapper.writeValueAsBytes(root));
    }
}
