package org.sealpost.web.signin;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sealpost.submission.Sha256;

/**
 * Which password was found right a short while ago, so that a program that sends its own with every request does not cost
 * a slow hash each time. Keeps an HMAC under a key that lives as long as the process, of the right password alone: a wrong
 * one costs the slow hash always. Safe to share between threads.
 */
final class ProvenPasswords {
    private static final Duration FOR = Duration.ofMinutes(5);

    private final byte[] key = new byte[32];
    private final Clock clock;
    private final Map<String, Proven> byName = new ConcurrentHashMap<>();

    private record Proven(Sha256 mac, Instant until) {}

    ProvenPasswords(Clock clock) {
        new SecureRandom().nextBytes(key);
        this.clock = clock;
    }

    boolean holds(String name, String password) {
        Proven proven = byName.get(name);
        return proven != null && clock.instant().isBefore(proven.until) && proven.mac.equals(mac(name, password));
    }

    /** The slow hash has found it right just now. */
    void add(String name, String password) {
        byName.put(name, new Proven(mac(name, password), clock.instant().plus(FOR)));
    }

    private Sha256 mac(String name, String password) {
        return Sha256.hmac(
                key, name.getBytes(StandardCharsets.UTF_8), new byte[1], password.getBytes(StandardCharsets.UTF_8));
    }
}
