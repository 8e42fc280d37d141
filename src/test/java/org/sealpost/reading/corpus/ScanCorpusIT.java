package org.sealpost.reading.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sealpost.reading.corpus.Format.Group;

/** The examination on scans, where text recognition is installed. */
class ScanCorpusIT {
    private static final List<Result> RESULTS = new ArrayList<>();

    @BeforeAll
    static void examine() throws IOException, InterruptedException {
        assumeTrue(recognitionInstalled(), "tesseract is not installed");
        try (Examination examination = new Examination()) {
            RESULTS.addAll(examination.of(Corpus.scans()));
        }
    }

    @AfterAll
    static void print() throws IOException {
        System.out.println(Report.of(RESULTS));
        ReadingPage.SCANS.write(RESULTS);
    }

    @Test
    void areUnderstood() {
        Expectation.met(Group.SCAN, RESULTS);
    }

    @Test
    void keepWhatEveryReadingPromises() {
        assertThat(RESULTS)
                .allSatisfy(r -> assertThat(r.faults()).as(r.toString()).isEmpty());
    }

    private static boolean recognitionInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tesseract")));
    }
}
