package org.sealpost.web.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which password was found right a short while ago, so that a program that sends its own with every request does not cost
 * a slow hash each time. Keeps an HMAC under a key that lives as long as the process, of the right password alone: a wrong
 * one costs the slow hash always. Safe to share between threads.
 */
final class ProvenPasswords {
    private static final Duration FOR = Duration.ofMinutes(5);
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;
    private final Map<String, Proven> byName = new ConcurrentHashMap<>();

    private record Proven(byte[] mac, Instant until) {}

    ProvenPasswords(Clock clock) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, HMAC);
        this.clock = clock;
    }

    boolean holds(String name, String password) {
        Proven proven = byName.get(name);
        return proven != null
                && clock.instant().isBefore(proven.until)
                && MessageDigest.isEqual(proven.mac, mac(name, password));
    }

    /** The slow hash has found it right just now. */
    void add(String name, String password) {
        byName.put(name, new Proven(mac(name, password), clock.instant().plus(FOR)));
    }

    private byte[] mac(String name, String password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
