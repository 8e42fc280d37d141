package org.sealpost.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sealpost.web.problem.ProblemWriter;
import org.sealpost.web.problem.Problems;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last word on a request that no page and no address of the API answered: a page for people, a problem for programs. */
@Controller
public class ErrorPage implements ErrorController {
    private final Problems problems;
    private final ProblemWriter writer = new ProblemWriter();

    public ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Nullable ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Somebody who asks for this address itself asks for something that is not there.
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given
                ? given
                : HttpStatus.NOT_FOUND.value();
        if (!isPage(request)) {
            writer.write(response, problems.ofStatus(status));
            return null;
        }
        response.setStatus(status);
        return new ModelAndView("error", Map.of("status", status));
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && !(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                        && path.startsWith(request.getContextPath() + "/api/"));
    }
}
