package org.sealpost.reading.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A table of results on the page {@code docs/reading.md}, between two marks. With {@code -Dcorpus.write=true} a test writes
 * it, otherwise the page is checked.
 */
enum ReadingPage {
    FORMS,
    SCANS;

    private static final Path PAGE = Path.of("docs", "reading.md");

    /** Text recognition differs a little from version to version, and a figure is rounded. */
    private static final double TOLERANCE = 0.011;

    private String mark(String end) {
        return "<!-- corpus " + name().toLowerCase(Locale.ROOT) + end + " -->\n";
    }

    private String table(String page) {
        int from = page.indexOf(mark(""));
        int to = page.indexOf(mark(" end"));
        assertThat(from).as("the page has the mark " + mark("")).isNotNegative();
        assertThat(to).isGreaterThan(from);
        return page.substring(from + mark("").length(), to);
    }

    void write(List<Result> results) throws IOException {
        if (Boolean.getBoolean("corpus.write") && !results.isEmpty()) {
            String page = Files.readString(PAGE);
            Files.writeString(PAGE, page.replace(mark("") + table(page), mark("") + Report.of(results)));
        }
    }

    /** Every figure of the page's table is the measured one. */
    void check(List<Result> results) throws IOException {
        List<String> documented =
                cells(Boolean.getBoolean("corpus.write") ? Report.of(results) : table(Files.readString(PAGE)));
        List<String> measured = cells(Report.of(results));
        assertThat(documented)
                .as("write the table anew with -Dcorpus.write=true")
                .hasSameSizeAs(measured);
        for (int i = 0; i < measured.size(); i++) {
            if (measured.get(i).matches("[01]\\.\\d\\d")) {
                assertThat(Double.parseDouble(documented.get(i)))
                        .as("write the table anew with -Dcorpus.write=true; measured:\n%s", Report.of(results))
                        .isBetween(
                                Double.parseDouble(measured.get(i)) - TOLERANCE,
                                Double.parseDouble(measured.get(i)) + TOLERANCE);
            } else {
                assertThat(documented.get(i)).isEqualTo(measured.get(i));
            }
        }
    }

    private static List<String> cells(String table) {
        return List.of(table.strip().split("\\s*\\|\\s*", -1));
    }
}
