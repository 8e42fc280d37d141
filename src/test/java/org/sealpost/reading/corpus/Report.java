package org.sealpost.reading.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results as a table of Markdown: a format a row, a layout a column, the mean F1 where they meet. */
final class Report {
    private Report() {}

    static String of(List<Result> results) {
        List<Layout> layouts = Layout.all();
        StringBuilder table = new StringBuilder("| format | forms | F1 | precision | suspects invented |");
        layouts.forEach(l -> table.append(' ').append(l.name()).append(" |"));
        table.append("\n|").append("---|".repeat(layouts.size() + 5)).append('\n');
        for (Format format : Format.values()) {
            List<Result> row =
                    results.stream().filter(r -> r.form().format() == format).toList();
            if (!row.isEmpty()) {
                row(table, format.word(), row, layouts);
            }
        }
        row(table, "all", results, layouts);
        return table.toString();
    }

    private static void row(StringBuilder table, String name, List<Result> results, List<Layout> layouts) {
        List<String> cells = new ArrayList<>(List.of(
                name,
                String.valueOf(results.size()),
                figure(Result.f1(results)),
                figure(Result.precision(results)),
                String.valueOf(Result.inventedSuspects(results))));
        for (Layout layout : layouts) {
            List<Result> here = results.stream()
                    .filter(r -> r.form().layout().name().equals(layout.name()))
                    .toList();
            cells.add(here.isEmpty() ? "" : figure(Result.f1(here)));
        }
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String figure(double of) {
        return String.format(Locale.ROOT, "%.2f", of);
    }
}
