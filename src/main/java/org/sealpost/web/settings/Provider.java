package org.sealpost.web.settings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody else's sign-in (OpenID Connect Core 1.0) that is believed here: whom it vouches for, and as whom they are known.
 *
 * @param id a short name for addresses, of small letters, digits and hyphens
 * @param name as people call it; stands on the button
 * @param issuer as it stands in its tokens, and where its configuration is found (OpenID Connect Discovery 1.0)
 * @param clientId as this gateway is registered there; the audience of what is believed
 * @param partnerClaim the claim that says of which agency somebody is
 * @param nameClaim the claim that names a sender; {@code email} only where the provider says that it is verified
 * @param homes by the value of the partner claim
 * @param operators by the subject, which a provider never gives to another person
 */
public record Provider(
        String id,
        String name,
        URI issuer,
        String clientId,
        String clientSecret,
        String partnerClaim,
        String nameClaim,
        Map<String, MailDomains.Home> homes,
        Map<String, OperatorAccount> operators) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** What the ledger keeps as it is. */
    private static final Pattern NAME = Pattern.compile("[!#-\\[\\]-~]{1,100}");

    /** @throws IllegalArgumentException where it could not be trusted or found */
    public Provider {
        homes = Map.copyOf(homes);
        operators = Map.copyOf(operators);
        if (!ID.matcher(id).matches() || clientId.isBlank() || partnerClaim.isBlank() || nameClaim.isBlank()) {
            throw new IllegalArgumentException("a provider has a short name, a client id and two claims");
        }
        SignIns.requireSafe(issuer);
    }

    /** The operator with that subject. */
    public Optional<OperatorAccount> operator(String subject) {
        return Optional.ofNullable(operators.get(subject));
    }

    /** The sender whom these claims describe; empty where they describe nobody who may come in. */
    public Optional<Sender> sender(Map<String, Object> claims) {
        Object whose = claims.get(partnerClaim);
        List<?> values = whose instanceof List<?> many ? many : whose == null ? List.of() : List.of(whose);
        List<MailDomains.Home> found = values.stream()
                .flatMap(value -> Optional.ofNullable(homes.get(String.valueOf(value))).stream())
                .distinct()
                .toList();
        // Somebody of two partners would send for either as it happens.
        return found.size() != 1
                ? Optional.empty()
                : named(claims)
                        .map(name -> new Sender(
                                name, found.get(0).partner(), found.get(0).force()));
    }

    private Optional<String> named(Map<String, Object> claims) {
        if (nameClaim.equals("email") && !Boolean.TRUE.equals(claims.get("email_verified"))) {
            return Optional.empty();
        }
        return Optional.ofNullable(claims.get(nameClaim)).map(String::valueOf).filter(name -> NAME.matcher(name)
                .matches());
    }

    /** Never prints the secret. */
    @Override
    public String toString() {
        return "provider " + id;
    }
}
