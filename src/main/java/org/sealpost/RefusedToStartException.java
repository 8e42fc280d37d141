package org.sealpost;

import java.util.List;
import java.util.stream.Collectors;

/** The gateway will not start like this; each line of the message says why in one sentence, with a stable code in front. */
final class RefusedToStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedToStartException(String code, String sentence) {
        this(List.of(new Problem(code, sentence)));
    }

    /** @param problems at least one */
    RefusedToStartException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.toString().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n")));
    }
}
