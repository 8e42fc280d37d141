package org.sealpost.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The benchmark: a table for people, the same figures in {@code target/bench.json}, a plot of each part in
 * {@code docs/performance} with {@code --plots}. A figure means little on another machine; its ratio to what was measured beside it means the same
 * everywhere. Exits 1 where a promised figure is not kept.
 */
public final class Bench {
    private static final List<Part> PARTS = List.of(
            new ReadingSpeed(),
            new SealingSpeed(),
            new Throughput(),
            new Channels(),
            new Latency(),
            new Memory(),
            new LedgerGrowth(),
            new Backlog());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        Set<String> only = only(given);
        Scale scale = new Scale(given.contains("--quick"));
        Report report = new Report();
        PrintStream out = System.out;
        for (Part part : PARTS) {
            if (only.isEmpty() || only.contains(part.name())) {
                System.err.println("bench: " + part.name() + " ...");
                part.measure(scale, report);
            }
        }
        report.print(out);
        report.write(Path.of("target/bench.json"), scale.quick());
        if (given.contains("--plots")) {
            Plots.write(report, Path.of("docs/performance"));
        }
        out.flush();
        System.exit(report.isKept() ? 0 : 1);
    }

    private static Set<String> only(List<String> given) {
        int at = given.indexOf("--only");
        if (at < 0) {
            return Set.of();
        }
        Set<String> names = PARTS.stream().map(Part::name).collect(Collectors.toSet());
        Set<String> only = at + 1 < given.size() ? Set.of(given.get(at + 1).split(",")) : Set.of();
        if (only.isEmpty() || !names.containsAll(only)) {
            System.err.println("bench: --only takes some of "
                    + String.join(",", names.stream().sorted().toList()));
            System.exit(2);
        }
        return only;
    }
}
