package org.sealpost.web.upload;

import org.sealpost.web.problem.Problem;

/** A form that cannot be taken apart without a remainder. */
final class UnusableFormException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnusableFormException(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
