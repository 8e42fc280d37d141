package org.sealpost.web.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sealpost.web.settings.Sender;
import org.sealpost.web.settings.TokenIssuer;
import org.sealpost.web.signin.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;

/** Turns access tokens of configured issuers into the programs they were given to. Keys are fetched when a token first comes. */
final class Tokens {
    private Tokens() {}

    static JwtIssuerAuthenticationManagerResolver of(List<TokenIssuer> issuers) {
        Map<String, AuthenticationManager> managers = new HashMap<>();
        for (TokenIssuer issuer : issuers) {
            JwtAuthenticationProvider provider =
                    new JwtAuthenticationProvider(new SupplierJwtDecoder(() -> decoder(issuer)));
            provider.setJwtAuthenticationConverter(token -> known(issuer, token));
            managers.put(issuer.issuer().toString(), new ProviderManager(provider));
        }
        return new JwtIssuerAuthenticationManagerResolver(managers::get);
    }

    private static JwtDecoder decoder(TokenIssuer issuer) {
        JwtTypeValidator types = new JwtTypeValidator(List.of("JWT", "at+jwt"));
        types.setAllowEmpty(true);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(
                        issuer.issuer().toString())
                .validateType(false)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer.issuer().toString()),
                types,
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(issuer.audience())),
                // Without an end it would be good for ever, and Spring would take it.
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, end -> end != null)));
        return decoder;
    }

    private static AbstractAuthenticationToken known(TokenIssuer issuer, Jwt token) {
        Sender program = issuer.program(token.getClaims())
                .orElseThrow(() -> new InvalidBearerTokenException("nobody here has this token"));
        List<GrantedAuthority> may = new ArrayList<>();
        List<String> scopes = scopes(token);
        if (scopes.contains(TokenIssuer.SEND)) {
            may.add(new SimpleGrantedAuthority(SignedIn.MAY_SEND));
        }
        if (scopes.contains(TokenIssuer.READ)) {
            may.add(new SimpleGrantedAuthority(SignedIn.MAY_READ));
        }
        return UsernamePasswordAuthenticationToken.authenticated(SignedIn.vouchedFor(program), null, may);
    }

    /** {@code scope} of RFC 9068 is one text; some write {@code scp}, or a list. */
    private static List<String> scopes(Jwt token) {
        Object written = token.hasClaim("scope") ? token.getClaim("scope") : token.getClaim("scp");
        if (written instanceof String text) {
            return List.of(text.split(" "));
        }
        return written instanceof List<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of();
    }
}
