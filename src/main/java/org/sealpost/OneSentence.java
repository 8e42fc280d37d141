package org.sealpost;

import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;

/** What a person at a terminal is told of a fault. */
final class OneSentence {
    private OneSentence() {}

    /** As {@link #about}, or several where the gateway is refused for several reasons. */
    static List<String> each(Throwable fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null && !(deepest instanceof RefusedToStartException)) {
            deepest = deepest.getCause();
        }
        return deepest instanceof RefusedToStartException refused && refused.getMessage() != null
                ? refused.getMessage().lines().toList()
                : List.of(about(fault));
    }

    /** The message of the fault that lies at the bottom, as one line; a value that cannot be used by its setting's name. */
    static String about(Throwable fault) {
        String where = "";
        Throwable deepest = fault;
        while (deepest.getCause() != null && !(deepest instanceof RefusedToStartException)) {
            if (deepest instanceof BindException bind) {
                where = bind.getName() + " cannot be used as it is set: ";
            }
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return (where + message).replaceAll("\\s+", " ");
    }
}
