package org.sealpost.web.settings;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose access tokens (RFC 6750, RFC 9068) programs may bring. A token has this audience, has not ended, and may only what its scopes
 * say.
 *
 * @param issuer as it stands in its tokens, and where its keys are found by its configuration
 * @param audience that says a token is meant for this gateway
 * @param claim which names the program, such as {@code client_id} or {@code sub}
 * @param programs by the value of that claim
 */
public record TokenIssuer(URI issuer, String audience, String claim, Map<String, MailDomains.Home> programs) {
    /** What a token's scope has to have to hand something in. */
    public static final String SEND = "sealpost.send";
    /** And to ask where something stands. */
    public static final String READ = "sealpost.read";

    private static final Pattern NAME = Pattern.compile("[!#-\\[\\]-~]{1,100}");

    /** @throws IllegalArgumentException where it could not be trusted or found */
    public TokenIssuer {
        programs = Map.copyOf(programs);
        SignIns.requireSafe(issuer);
        if (audience.isBlank()
                || claim.isBlank()
                || !programs.keySet().stream()
                        .allMatch(name -> NAME.matcher(name).matches())) {
            throw new IllegalArgumentException(
                    "an issuer of tokens has an audience, a claim and programs of printable names");
        }
    }

    /** The program whose token has these claims. */
    public Optional<Sender> program(Map<String, Object> claims) {
        return claims.get(claim) instanceof String name
                ? Optional.ofNullable(programs.get(name)).map(home -> new Sender(name, home.partner(), home.force()))
                : Optional.empty();
    }
}
