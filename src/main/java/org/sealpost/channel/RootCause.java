package org.sealpost.channel;

/** What lies at the bottom of a fault. Its words may quote a letter or a file's name; its kind never does. */
public final class RootCause {
    private RootCause() {}

    /** The name of the deepest cause's class. */
    public static String kind(Throwable fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getName();
    }
}
