package org.sealpost.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/**
 * One run of many submissions.
 *
 * @param rate how many a second
 * @param cost milliseconds of processor time for each, over all processes: what else the machine does stays out of it
 */
record Run(double rate, double cost) {
    static Run of(int times, Callable<Double> work, LongSupplier processorTime) throws Exception {
        long before = processorTime.getAsLong();
        double rate = work.call();
        return new Run(rate, (processorTime.getAsLong() - before) / 1e6 / times);
    }

    static List<Double> rates(List<Run> runs) {
        return runs.stream().map(Run::rate).toList();
    }

    static List<Double> costs(List<Run> runs) {
        return runs.stream().map(Run::cost).toList();
    }
}
