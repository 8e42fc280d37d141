package org.sealpost.web.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Writes a problem where no controller is reached. */
public final class ProblemWriter {
    /** Seconds after which to try again, of a 429 and of a 503. */
    private static final int WAIT = 900;

    private static final int SOON = 30;

    private final ObjectMapper json = new ObjectMapper();

    /** Writes the whole answer. */
    public void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        retryAfter(problem).ifPresent(seconds -> response.setHeader("Retry-After", Integer.toString(seconds)));
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(json.writeValueAsBytes(problem.body()));
    }

    /** Seconds after which a client may try again, where that makes sense. */
    public static Optional<Integer> retryAfter(Problem problem) {
        return switch (problem.status()) {
            case 429 -> Optional.of(WAIT);
            case 503 -> Optional.of(SOON);
            default -> Optional.empty();
        };
    }
}
