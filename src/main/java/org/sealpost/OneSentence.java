package org.sealpost;

import org.springframework.boot.context.properties.bind.BindException;

/** What a person at a terminal is told of a fault. */
final class OneSentence {
    private OneSentence() {}

    /** The message of the fault that lies at the bottom, as one line. */
    static String about(Throwable fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null && !(deepest instanceof RefusedToStartException)) {
            deepest = deepest.getCause();
        }
        String where = fault instanceof BindException ? fault.getMessage() + ": " : "";
        String message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return (where + message).replaceAll("\\s+", " ");
    }
}
