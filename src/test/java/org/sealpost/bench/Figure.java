package org.sealpost.bench;

/**
 * One line of the benchmark.
 *
 * @param what is measured
 * @param ours milliseconds a time
 * @param beside what it is held against, measured in the same run on the same input
 * @param theirs milliseconds a time
 * @param most milliseconds that we have promised not to exceed, or 0 where nothing is promised
 */
record Figure(String what, double ours, String beside, double theirs, double most) {
    double ratio() {
        return ours / theirs;
    }

    boolean isKept() {
        return most == 0 || ours < most;
    }
}
