package org.sealpost.torture;

/** Waiting. */
final class Pause {
    private Pause() {}

    static void of(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
