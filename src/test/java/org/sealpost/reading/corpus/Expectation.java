package org.sealpost.reading.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sealpost.reading.corpus.Format.Group;

/** Holds a group's results to its floors, and names the worst forms where they fall short. */
final class Expectation {
    private static final int WORST = 12;

    private Expectation() {}

    static void met(Group group, List<Result> results) {
        List<Result> held =
                results.stream().filter(r -> r.form().format().group() == group).toList();
        String worst = held.stream()
                .sorted(Comparator.comparingInt((Result r) -> -r.inventedSuspects())
                        .thenComparingDouble(r -> r.score().f1()))
                .limit(WORST)
                .map(Result::toString)
                .collect(Collectors.joining("\n", "the worst:\n", "\n"));
        assertThat(Result.inventedSuspects(held))
                .as("suspects invented, %s", worst)
                .isLessThanOrEqualTo(Objects.requireNonNull(Floors.INVENTED_SUSPECTS.get(group)));
        assertThat(Result.precision(held))
                .as("precision, %s", worst)
                .isGreaterThanOrEqualTo(Objects.requireNonNull(Floors.PRECISION.get(group)));
        assertThat(Result.f1(held))
                .as("mean F1, %s", worst)
                .isGreaterThanOrEqualTo(Objects.requireNonNull(Floors.F1.get(group)));
    }
}
