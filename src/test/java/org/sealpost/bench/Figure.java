package org.sealpost.bench;

import java.util.List;

/**
 * One measured thing: its median, and the lowest and highest that were seen.
 *
 * @param part the part of the benchmark that it belongs to
 * @param runs what each run gave, at least one
 */
record Figure(String part, String what, String unit, List<Double> runs, Promise promise) {
    Figure {
        runs = runs.stream().sorted().toList();
    }

    double median() {
        int middle = runs.size() / 2;
        return runs.size() % 2 == 1 ? runs.get(middle) : (runs.get(middle - 1) + runs.get(middle)) / 2;
    }

    double lowest() {
        return runs.get(0);
    }

    double highest() {
        return runs.get(runs.size() - 1);
    }

    boolean isKept() {
        return promise.keptBy(median());
    }
}
