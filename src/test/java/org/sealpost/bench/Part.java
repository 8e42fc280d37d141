package org.sealpost.bench;

/** One part of the benchmark, which can be run alone. */
interface Part {
    String name();

    /** Adds what it measured to the report. */
    void measure(Scale scale, Report report) throws Exception;
}
