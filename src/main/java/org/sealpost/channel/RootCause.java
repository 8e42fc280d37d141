package org.sealpost.channel;

import java.util.Arrays;

/** What lies at the bottom of a fault. Its words may quote a letter or a file's name; its kind never does. */
public final class RootCause {
    private RootCause() {}

    /** The name of the deepest cause's class. */
    public static String kind(Throwable fault) {
        return of(fault).getClass().getName();
    }

    /** That name, and the line of this program where it came about: {@code java.io.IOException at Custody.look:31}. */
    public static String kindAndPlace(Throwable fault) {
        return Arrays.stream(of(fault).getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.sealpost."))
                .findFirst()
                .map(frame -> kind(fault) + " at " + simpleName(frame) + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber())
                .orElseGet(() -> kind(fault));
    }

    private static String simpleName(StackTraceElement frame) {
        return frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
    }

    private static Throwable of(Throwable fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
