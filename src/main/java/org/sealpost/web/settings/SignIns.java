package org.sealpost.web.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How people sign in beside a password, and for how long.
 *
 * @param idle a session ends when nothing was asked for so long
 * @param longest and so long after the sign-in, whatever was asked
 * @param linksFrom where one-time links lead, as people reach this gateway; empty where none are sent
 * @param addresses who may have one-time links
 */
public record SignIns(Duration idle, Duration longest, Optional<URI> linksFrom, MailDomains addresses) {
    /** 30 minutes, 10 hours, no links. */
    public static final SignIns DEFAULT =
            new SignIns(Duration.ofMinutes(30), Duration.ofHours(10), Optional.empty(), new MailDomains(Map.of()));

    /** @throws IllegalArgumentException where a session would not last, or a link would travel in the clear */
    public SignIns {
        if (idle.toSeconds() < 1 || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException("a session lasts a second at least, and longer than it may be idle");
        }
        linksFrom.ifPresent(SignIns::requireSafe);
    }

    private static void requireSafe(URI base) {
        String host = base.getHost();
        boolean here = host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
        if (host == null || !("https".equals(base.getScheme()) || (here && "http".equals(base.getScheme())))) {
            throw new IllegalArgumentException("links to sign in lead to an https address, or to http on loopback");
        }
    }
}
