package org.sealpost.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured: ratios first, then the raw figures, as a table and as JSON. */
final class Report {
    /** The unit of a figure that is held against another one of the same run. */
    private static final String RATIO = "ratio";

    private final List<Figure> figures = new ArrayList<>();

    void figure(String part, String what, String unit, List<Double> runs, Promise promise) {
        figures.add(new Figure(part, what, unit, runs, promise));
    }

    void figure(String part, String what, String unit, List<Double> runs) {
        figure(part, what, unit, runs, Promise.NONE);
    }

    void figure(String part, String what, String unit, double once) {
        figure(part, what, unit, List.of(once));
    }

    /** Run by run, so that what else the machine did weighs on both. */
    void ratio(String part, String what, List<Double> ours, List<Double> theirs, Promise promise) {
        List<Double> runs = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            runs.add(ours.get(i) / theirs.get(i));
        }
        figure(part, what, RATIO, runs, promise);
    }

    /** Something that is so or is not. */
    void check(String part, String what, boolean kept) {
        figure(part, what, "yes = 1", List.of(kept ? 1.0 : 0.0), Promise.atLeast(1));
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    boolean isKept() {
        return figures.stream().allMatch(Figure::isKept);
    }

    void print(PrintStream out) {
        out.println(String.format(
                Locale.ROOT,
                "%-11s %-62s %12s %-10s %25s  %s",
                "part",
                "measured",
                "median",
                "",
                "lowest - highest (runs)",
                "promised"));
        figures.stream().filter(f -> f.unit().equals(RATIO)).forEach(f -> out.println(line(f)));
        out.println();
        figures.stream().filter(f -> !f.unit().equals(RATIO)).forEach(f -> out.println(line(f)));
    }

    private static String line(Figure figure) {
        String spread = figure.runs().size() == 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.2f - %.2f (%d)",
                        figure.lowest(),
                        figure.highest(),
                        figure.runs().size());
        String promised =
                figure.promise().isMade() ? figure.promise() + (figure.isKept() ? ": kept" : ": NOT KEPT") : "";
        return String.format(
                Locale.ROOT,
                "%-11s %-62s %12.2f %-10s %25s  %s",
                figure.part(),
                figure.what(),
                figure.median(),
                figure.unit(),
                spread,
                promised);
    }

    void write(Path file, boolean quick) throws IOException {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode();
        root.put("java", System.getProperty("java.version"));
        root.put("processors", Runtime.getRuntime().availableProcessors());
        root.put("quick", quick);
        figures.stream().filter(f -> f.unit().equals(RATIO)).forEach(f -> put(root, f));
        figures.stream().filter(f -> !f.unit().equals(RATIO)).forEach(f -> put(root, f));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, mapper.writeValueAsBytes(root));
    }

    private static void put(ObjectNode root, Figure figure) {
        ObjectNode node = root.withArray("figures")
                .addObject()
                .put("part", figure.part())
                .put("what", figure.what())
                .put("unit", figure.unit())
                .put("median", figure.median());
        figure.runs().forEach(node.putArray("runs")::add);
        if (figure.promise().isMade()) {
            node.put("promised", figure.promise().toString()).put("kept", figure.isKept());
        }
    }
}
