package org.sealpost.web.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.sealpost.web.problem.Problem;
import org.sealpost.web.problem.ProblemWriter;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.settings.Duty;
import org.sealpost.web.settings.UploadLimits;
import org.sealpost.web.signin.OperatorIn;
import org.sealpost.web.signin.SignedIn;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before anything that would pull a request's body into memory, and so before the check for forged forms, which
 * reads a multipart body to find its token. Lets uploads through only for somebody who is signed in, only up to the limit, and
 * only while there is room; multipart bodies go nowhere else.
 */
public final class UploadGate extends OncePerRequestFilter {
    private static final RequestMatcher RECEIPTS = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/operator/receipts"),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/operator/receipts"));
    private static final RequestMatcher UPLOADS = new OrRequestMatcher(
            RECEIPTS,
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/submissions"),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/submissions"));

    private final UploadMemory memory;
    private final UploadLimits limits;
    private final Problems problems;
    private final ProblemWriter writer = new ProblemWriter();

    public UploadGate(UploadMemory memory, UploadLimits limits, Problems problems) {
        this.memory = memory;
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!UPLOADS.matches(request)) {
            if (isMultipart(request)) {
                turnAway(request, response, problems.unsupportedType());
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        Optional<Object> who = who();
        if (who.isEmpty()) {
            turnAway(request, response, problems.signInNeeded());
            return;
        }
        if (!mayUpload(who.get(), RECEIPTS.matches(request))) {
            turnAway(request, response, problems.notAllowed());
            return;
        }
        long size = request.getContentLengthLong();
        if (size > limits.request()) {
            turnAway(request, response, problems.tooLargeTogether());
            return;
        }
        Optional<UploadMemory.Room> room = memory.take(size < 0 ? limits.request() : size);
        if (room.isEmpty()) {
            turnAway(request, response, problems.busy());
            return;
        }
        try (UploadMemory.Room held = room.get()) {
            if (FormBody.isForm(request.getContentType())) {
                letFormThrough(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    private void letFormThrough(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        FormRequest form;
        try {
            form = read(request);
        } catch (UnusableFormException e) {
            turnAway(request, response, e.problem());
            return;
        } catch (IOException brokenOff) {
            turnAway(request, response, problems.unreadableRequest());
            return;
        }
        chain.doFilter(form, response);
    }

    private FormRequest read(HttpServletRequest request) throws IOException, UnusableFormException {
        byte[] body = request.getInputStream().readNBytes((int) limits.request() + 1);
        if (body.length > limits.request()) {
            throw new UnusableFormException(problems.tooLargeTogether());
        }
        return new FormRequest(request, FormBody.parts(request.getContentType(), body, problems));
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (problem.status() == HttpServletResponse.SC_FORBIDDEN && wantsPage(request)) {
            response.sendError(problem.status());
        } else if (wantsPage(request)) {
            String back = request.getServletPath().startsWith("/operator/") ? "/operator/undelivered" : "/";
            String page = problem.status() == 401 ? "/sign-in" : back + "?problem=" + problem.code();
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + page);
        } else {
            writer.write(response, problem);
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && !request.getServletPath().startsWith("/api/");
    }

    private static Optional<Object> who() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return Optional.ofNullable(authentication)
                .map(Authentication::getPrincipal)
                .filter(who -> who instanceof SignedIn || who instanceof OperatorIn);
    }

    /** Senders bring forms, operators bring receipts; nobody else has anything to bring. */
    private static boolean mayUpload(Object who, boolean receipt) {
        return receipt
                ? who instanceof OperatorIn operator && operator.duty() == Duty.OPERATOR
                : who instanceof SignedIn;
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
