package org.sealpost.reading.worker;

import java.util.regex.Pattern;

/** Why a part was not read although nothing is known against it: the stable codes of this room's own process. */
enum Reason {
    TIMED_OUT("reading-timed-out", "It took longer to read than the limit."),
    DIED("reading-worker-died", "The process that read it died of it."),
    TOO_LARGE("reading-too-large", "There is more in it than a reading may hold."),
    OUT_OF_MEMORY("reading-out-of-memory", "It took more memory to read than the limit."),
    UNAVAILABLE("reading-unavailable", "No reading process was free in time."),
    TOO_LARGE_TO_OPEN("too-large", "It is larger than a document that is opened.");

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*: [ -~]{1,200}");

    private final String text;

    Reason(String code, String sentence) {
        this.text = code + ": " + sentence;
    }

    /** A code, a colon and a sentence. */
    String text() {
        return text;
    }

    /** True where {@code text} has that shape: a worker's reasons go to the force as they are, so they stay words. */
    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }
}
