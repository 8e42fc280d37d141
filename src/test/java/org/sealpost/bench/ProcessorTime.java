package org.sealpost.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;

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
}
