package org.sealpost.reading.corpus;

import java.util.List;
import org.sealpost.reading.meaning.Score;

/**
 * What became of one form.
 *
 * @param inventedSuspects suspects of the reading who are none of the truth's
 * @param faults promises that a reading must keep and this one did not: schema, evidence, parts
 */
record Result(Case form, Score score, int inventedSuspects, List<String> faults) {
    static double f1(List<Result> results) {
        return results.stream().mapToDouble(r -> r.score().f1()).average().orElse(1);
    }

    static double precision(List<Result> results) {
        int right = results.stream().mapToInt(r -> r.score().right()).sum();
        int invented =
                results.stream().mapToInt(r -> r.score().invented().size()).sum();
        return right + invented == 0 ? 1 : (double) right / (right + invented);
    }

    static int inventedSuspects(List<Result> results) {
        return results.stream().mapToInt(Result::inventedSuspects).sum();
    }

    @Override
    public String toString() {
        return "%.2f %s missed %s invented %s suspects invented %d %s"
                .formatted(score.f1(), form.file(), score.missed(), score.invented(), inventedSuspects, faults);
    }
}
