package org.sealpost.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sealpost.web.settings.Provider;
import org.sealpost.web.signin.OperatorIn;
import org.sealpost.web.signin.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * The part of the people's door that lets in whom another's sign-in vouches for: authorization code flow with PKCE, state and nonce.
 * Believed are the ID token's claims alone; no token of the provider is kept.
 */
final class ProvidersDoor {
    private final Map<String, Provider> providers = new ConcurrentHashMap<>();
    private final Registrations registrations;

    ProvidersDoor(List<Provider> providers, URI address) {
        providers.forEach(provider -> this.providers.put(provider.id(), provider));
        this.registrations = new Registrations(this.providers, address);
    }

    void on(HttpSecurity http, AuthenticationSuccessHandler begin, AuthenticationFailureHandler sorry)
            throws Exception {
        DefaultOAuth2AuthorizationRequestResolver asking =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, "/sign-in/with");
        asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.clientRegistrationRepository(registrations)
                .authorizedClientRepository(new KeepsNoTokens())
                .loginPage("/sign-in")
                .authorizationEndpoint(at ->
                        at.authorizationRequestResolver(asking).authorizationRequestRepository(new AskedProviders()))
                .redirectionEndpoint(at -> at.baseUri("/sign-in/back/*"))
                .userInfoEndpoint(at -> at.oidcUserService(this::known))
                .successHandler((request, response, who) -> {
                    Authentication known = authentication((OAuth2AuthenticationToken) who);
                    SecurityContext context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(known);
                    SecurityContextHolder.setContext(context);
                    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
                    begin.onAuthenticationSuccess(request, response, known);
                })
                .failureHandler(sorry));
    }

    private OidcUser known(OidcUserRequest request) {
        OidcUser user = new DefaultOidcUser(List.of(), request.getIdToken());
        if (person(request.getClientRegistration().getRegistrationId(), user).isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error("nobody-here"));
        }
        return user;
    }

    private Authentication authentication(OAuth2AuthenticationToken who) {
        UserDetails person = person(who.getAuthorizedClientRegistrationId(), (OidcUser) who.getPrincipal())
                .orElseThrow();
        return UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
    }

    private Optional<UserDetails> person(String id, OidcUser user) {
        Provider provider = providers.get(id);
        if (provider == null) {
            return Optional.empty();
        }
        Optional<UserDetails> operator = provider.operator(user.getSubject()).map(OperatorIn::new);
        return operator.isPresent()
                ? operator
                : provider.sender(user.getClaims()).map(SignedIn::vouchedFor);
    }

    /** What a provider says of itself is asked for when somebody first wants to come in by it, so that the gateway starts without it. */
    private static final class Registrations implements ClientRegistrationRepository {
        private final Map<String, Provider> providers;
        private final URI address;
        private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

        Registrations(Map<String, Provider> providers, URI address) {
            this.providers = providers;
            this.address = address;
        }

        @Override
        public @Nullable ClientRegistration findByRegistrationId(String id) {
            Provider provider = providers.get(id);
            return provider == null ? null : known.computeIfAbsent(id, first -> asked(provider));
        }

        private ClientRegistration asked(Provider provider) {
            String base = address.toString();
            return ClientRegistrations.fromIssuerLocation(provider.issuer().toString())
                    .registrationId(provider.id())
                    .clientId(provider.clientId())
                    .clientSecret(provider.clientSecret())
                    .scope("openid", "email")
                    .redirectUri((base.endsWith("/") ? base : base + "/") + "sign-in/back/" + provider.id())
                    .build();
        }
    }

    /** We ask the provider for nothing later. */
    private static final class KeepsNoTokens implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Forgotten.
        }

        @Override
        public void removeAuthorizedClient(
                String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {
            // Was never kept.
        }
    }

    /** The browser comes from another site, and would not send its new cookie to a page of ours that it is sent on to. */
    static void onFromHere(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        String as = who.getPrincipal() instanceof OperatorIn operator
                ? operator.duty().name()
                : "SENDER";
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", request.getContextPath() + "/sign-in/done?as=" + as);
    }
}
