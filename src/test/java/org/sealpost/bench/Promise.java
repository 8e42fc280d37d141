package org.sealpost.bench;

/** What was promised of a figure, as far as anything was. */
record Promise(double atLeast, double atMost) {
    static final Promise NONE = new Promise(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    static Promise atLeast(double least) {
        return new Promise(least, Double.POSITIVE_INFINITY);
    }

    static Promise atMost(double most) {
        return new Promise(Double.NEGATIVE_INFINITY, most);
    }

    boolean isMade() {
        return !equals(NONE);
    }

    boolean keptBy(double value) {
        return value >= atLeast && value <= atMost;
    }

    @Override
    public String toString() {
        return atLeast == Double.NEGATIVE_INFINITY ? "at most " + number(atMost) : "at least " + number(atLeast);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
