package org.sealpost.reading.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.reading.corpus.Format.Group;

/** The examination on every form of the corpus that needs no text recognition. Prints the table. */
class CorpusTest {
    private static final List<Result> RESULTS = new ArrayList<>();
    private static final List<Result> PLAINLY_WORDED = new ArrayList<>();

    @BeforeAll
    static void examine() throws InterruptedException {
        List<Case> once = new ArrayList<>(Corpus.one(Group.FIELDS));
        once.addAll(Corpus.one(Group.PLAIN));
        List<Case> all = new ArrayList<>(Corpus.forms(Group.FIELDS));
        all.addAll(Corpus.forms(Group.PLAIN));
        try (Examination examination = new Examination()) {
            RESULTS.addAll(examination.of(all));
            PLAINLY_WORDED.addAll(
                    examination.of(once.stream().map(Case::plainlyWorded).toList()));
        }
    }

    @AfterAll
    static void print() throws IOException {
        System.out.println(Report.of(RESULTS));
        ReadingPage.FORMS.write(RESULTS);
    }

    @Test
    void hasHundredsOfForms() {
        assertThat(RESULTS).hasSizeGreaterThan(300);
    }

    @ParameterizedTest
    @EnumSource(names = {"FIELDS", "PLAIN"})
    void areUnderstood(Group group) {
        Expectation.met(group, RESULTS);
    }

    @Test
    void keepsWhatEveryReadingPromises() {
        assertThat(RESULTS)
                .allSatisfy(r -> assertThat(r.faults()).as(r.toString()).isEmpty());
    }

    @Test
    void otherWordsForTheSameLoseLittle() {
        List<Result> swapped = RESULTS.stream()
                .filter(r -> PLAINLY_WORDED.stream()
                        .anyMatch(p -> p.form().equals(r.form().plainlyWorded())))
                .toList();
        assertThat(swapped).hasSameSizeAs(PLAINLY_WORDED);
        assertThat(Result.f1(PLAINLY_WORDED) - Result.f1(swapped)).isLessThan(Floors.LOST_BY_OTHER_WORDS);
    }

    @Test
    void theDocumentedFiguresAreTheMeasuredOnes() throws IOException {
        ReadingPage.FORMS.check(RESULTS);
    }
}
