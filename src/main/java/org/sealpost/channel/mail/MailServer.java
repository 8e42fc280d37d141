package org.sealpost.channel.mail;

import java.time.Duration;
import java.util.Set;

/**
 * A mail server and the account on it. Never prints its password.
 *
 * @param port 1 to 65535
 * @param account the name to sign in with; empty where the server (a relay on loopback) asks for none
 * @param patience how long a connection or an answer may take before it counts as lost
 */
public record MailServer(
        String host, int port, Protection protection, String account, String password, Duration patience) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** How the connection is protected; certificates and host names are always checked. */
    public enum Protection {
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** Plain first, then STARTTLS, which must succeed. */
        STARTTLS,
        /** None; on loopback only. */
        NONE
    }

    public MailServer {
        if (host.isBlank() || port < 1 || port > 65535) {
            throw new IllegalArgumentException("a mail server has a host and a port from 1 to 65535");
        }
        if (protection == Protection.NONE && !LOOPBACK.contains(host)) {
            throw new IllegalArgumentException("beyond loopback a mail server is reached by TLS or STARTTLS only");
        }
        if (patience.isNegative() || patience.isZero() || patience.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("patience with a mail server is longer than nothing");
        }
    }

    @Override
    public String toString() {
        return "mail server " + host + ":" + port + " by " + protection;
    }
}
