package org.sealpost.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.sealpost.web.settings.SignIns;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session a set time after its sign-in, however busy it is. Stands before anything that would believe the session. */
final class SessionAge extends OncePerRequestFilter {
    private static final String SINCE = SessionAge.class.getName();

    private final SignIns limits;
    private final Clock clock;

    SessionAge(SignIns limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Somebody has just signed in. */
    void begin(HttpSession session) {
        session.setAttribute(SINCE, clock.instant());
        session.setMaxInactiveInterval((int) limits.idle().toSeconds());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(SINCE) instanceof Instant since
                && !clock.instant().isBefore(since.plus(limits.longest()))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
