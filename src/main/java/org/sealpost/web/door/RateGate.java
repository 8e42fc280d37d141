package org.sealpost.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.sealpost.web.problem.ProblemWriter;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.settings.Rates;
import org.sealpost.web.signin.Allowance;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away what is asked for too often, before its body is read: 429, {@code too-many-requests}, and when to come again. */
final class RateGate extends OncePerRequestFilter {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final List<Rule> rules;
    private final Problems problems;
    private final ProblemWriter writer = new ProblemWriter();

    private record Rule(RequestMatcher about, boolean byAddress, Allowance allowance) {}

    RateGate(Rates rates, Clock clock, Problems problems) {
        this.problems = problems;
        this.rules = List.of(
                new Rule(post("/sign-in"), true, new Allowance(rates.signIns(), MINUTE, clock)),
                new Rule(post("/sign-in/link"), true, new Allowance(rates.links(), QUARTER, clock)),
                new Rule(post("/sign-in/link/open"), true, new Allowance(rates.signIns(), MINUTE, clock)),
                new Rule(
                        new OrRequestMatcher(
                                post("/submissions"),
                                post("/api/submissions"),
                                post("/operator/receipts"),
                                post("/api/operator/receipts")),
                        false,
                        new Allowance(rates.uploads(), MINUTE, clock)),
                new Rule(request -> true, false, new Allowance(rates.requests(), MINUTE, clock)));
    }

    private static RequestMatcher post(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (Rule rule : rules) {
            if (rule.about.matches(request)) {
                Duration wait = rule.allowance.take(rule.byAddress ? "from " + request.getRemoteAddr() : who(request));
                if (!wait.isZero()) {
                    turnAway(request, response, wait);
                    return;
                }
            }
        }
        chain.doFilter(request, response);
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        String seconds = Long.toString(wait.toSeconds() + 1);
        String accept = request.getHeader("Accept");
        if (accept != null && accept.contains("text/html")) {
            response.setHeader("Retry-After", seconds);
            response.sendError(problems.tooManyRequests().status());
        } else {
            writer.write(response, problems.tooManyRequests());
            response.setHeader("Retry-After", seconds);
        }
    }

    /** Somebody who is not signed in is only known by where he comes from. */
    private static String who(HttpServletRequest request) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof UserDetails known
                ? "by " + known.getUsername()
                : "from " + request.getRemoteAddr();
    }
}
