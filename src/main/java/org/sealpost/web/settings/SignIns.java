package org.sealpost.web.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How people sign in beside a password, and for how long.
 *
 * @param idle a session ends when nothing was asked for so long
 * @param longest and so long after the sign-in, whatever was asked
 * @param address where people reach this gateway; links and providers lead there; empty where there are neither
 * @param links whether one-time links are sent
 * @param addresses who may have one-time links
 * @param providers whose word is believed
 */
public record SignIns(
        Duration idle,
        Duration longest,
        Optional<URI> address,
        boolean links,
        MailDomains addresses,
        List<Provider> providers) {
    /** 30 minutes, 10 hours, passwords only. */
    public static final SignIns DEFAULT = new SignIns(
            Duration.ofMinutes(30),
            Duration.ofHours(10),
            Optional.empty(),
            false,
            new MailDomains(Map.of()),
            List.of());

    /** @throws IllegalArgumentException where a session would not last, or a link would travel in the clear */
    public SignIns {
        if (idle.toSeconds() < 1 || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException("a session lasts a second at least, and longer than it may be idle");
        }
        providers = List.copyOf(providers);
        address.ifPresent(SignIns::requireSafe);
        if (address.isEmpty() && (links || !providers.isEmpty())) {
            throw new IllegalArgumentException(
                    "links and providers need the address by which people reach this gateway");
        }
    }

    /** Where one-time links lead; empty where none are sent. */
    public Optional<URI> linksFrom() {
        return address.filter(there -> links);
    }

    static void requireSafe(URI base) {
        String host = base.getHost();
        boolean here = host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
        if (host == null || !("https".equals(base.getScheme()) || (here && "http".equals(base.getScheme())))) {
            throw new IllegalArgumentException(
                    "whatever is about signing in has an https address, or http on loopback");
        }
    }
}
