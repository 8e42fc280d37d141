package org.sealpost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A picture of each part that was measured: a bar for each figure, a picture for each unit. */
final class Plots {
    private Plots() {}

    static void write(Report report, Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Map<String, List<Figure>>> byPart = report.figures().stream()
                .filter(f -> !f.unit().startsWith("yes"))
                .collect(Collectors.groupingBy(
                        Figure::part,
                        TreeMap::new,
                        Collectors.groupingBy(Figure::unit, TreeMap::new, Collectors.toList())));
        for (Map.Entry<String, Map<String, List<Figure>>> part : byPart.entrySet()) {
            for (Map.Entry<String, List<Figure>> unit : part.getValue().entrySet()) {
                String name = part.getKey() + "-" + unit.getKey().replace(' ', '-') + ".svg";
                Files.writeString(
                        folder.resolve(name), new BarChart(part.getKey(), unit.getKey(), unit.getValue()).svg());
            }
        }
    }
}
