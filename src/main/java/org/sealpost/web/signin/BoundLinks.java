package org.sealpost.web.signin;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sealpost.identity.SignInLinks;
import org.sealpost.submission.Sha256;
import org.springframework.security.authentication.ott.DefaultOneTimeToken;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;

/**
 * One-time tokens in two halves: one goes by mail, the other stays with the browser that asked, together with the address. What is
 * kept is one digest of all three, so a stolen mail, a stolen browser and a stolen database each open nothing by themselves.
 * A token is kept for every address, known or not, so that both take the same time. Safe to share between threads.
 */
public final class BoundLinks implements OneTimeTokenService {
    /** How long a link works. */
    public static final Duration VALID = Duration.ofMinutes(15);

    private static final int BYTES = 32;
    private static final Pattern WHOLE = Pattern.compile("([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})\\.([^\\s.].*)");

    private final SignInLinks links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public BoundLinks(SignInLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** The value is {@code MAILED.BROWSER.ADDRESS}. */
    @Override
    public OneTimeToken generate(GenerateOneTimeTokenRequest request) {
        Instant now = clock.instant();
        String value = half() + "." + half() + "." + request.getUsername();
        links.keep(digest(value), now, now.plus(VALID));
        return new DefaultOneTimeToken(value, request.getUsername(), now.plus(VALID));
    }

    @Override
    public @Nullable OneTimeToken consume(OneTimeTokenAuthenticationToken brought) {
        String value = brought.getTokenValue();
        var parts = WHOLE.matcher(value);
        if (!parts.matches() || !links.take(digest(value), clock.instant())) {
            return null;
        }
        return new DefaultOneTimeToken(value, parts.group(3), clock.instant());
    }

    private String half() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Sha256 digest(String value) {
        return Sha256.of(value.getBytes(StandardCharsets.UTF_8));
    }
}
