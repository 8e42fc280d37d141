package org.sealpost.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Processor time rather than the clock's, so that what else the machine does stays out of a figure. */
final class ProcessorTime {
    private ProcessorTime() {}

    /** Nanoseconds that this thread has worked. */
    static long ofThisThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Nanoseconds that the processes we started and that still live have worked; in steps of about 10 ms. */
    static long ofChildren() {
        return ProcessHandle.current()
                .children()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus)
                .toNanos();
    }

    /** Nanoseconds that a process of ours and the living ones it started have worked; in steps of about 10 ms. */
    static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(p -> p.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus)
                .toNanos();
    }

    /** Nanoseconds that this process alone has worked. */
    static long ofThisProcess() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    /** Our children that were not there before. */
    static List<ProcessHandle> startedAfter(Set<ProcessHandle> before) {
        return ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child))
                .toList();
    }
}
