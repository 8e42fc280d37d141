package org.sealpost.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import org.sealpost.submission.Sha256;
import org.sealpost.web.problem.ProblemWriter;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.settings.Sender;
import org.sealpost.web.settings.WebSettings;
import org.sealpost.web.signin.OperatorIn;
import org.sealpost.web.signin.SignedIn;
import org.sealpost.web.signin.TooManyAttemptsException;
import org.sealpost.web.upload.UploadGate;
import org.sealpost.web.upload.UploadMemory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The way in for programs. Each request brings its own name and password; no session, so nothing to forge. */
@Configuration(proxyBeanMethods = false)
class ProgramsDoor {
    private final Problems problems;
    private final ProblemWriter writer = new ProblemWriter();

    ProgramsDoor(Problems problems) {
        this.problems = problems;
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, AuthenticationManager accounts, UploadMemory memory, WebSettings settings, Clock clock)
            throws Exception {
        SafeHeaders.on(http);
        // Passwords are asked about where no certificate and no token has said who it is.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(accounts);
        Map<Sha256, Sender> certificates = settings.programs().certificates();
        if (!certificates.isEmpty()) {
            http.x509(x509 -> x509.x509PrincipalExtractor(ProgramsDoor::digest)
                    .authenticationUserDetailsService(brought -> known(certificates, brought.getName())));
        }
        if (!settings.programs().issuers().isEmpty()) {
            http.oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(ask())
                    .accessDeniedHandler(deny())
                    .authenticationManagerResolver(Tokens.of(settings.programs().issuers())));
        }
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(ask()))
                .exceptionHandling(e -> e.authenticationEntryPoint(ask()).accessDeniedHandler(deny()))
                .authorizeHttpRequests(rules -> rules
                        // A browser that remembers a Basic password would send it along for any site.
                        .requestMatchers(ProgramsDoor::fromAnotherSite)
                        .denyAll()
                        .requestMatchers(HttpMethod.GET, "/api/operator/undelivered", "/api/operator/held")
                        .hasAnyRole(OperatorIn.OPERATOR, OperatorIn.AUDITOR)
                        .requestMatchers("/api/operator/**")
                        .hasRole(OperatorIn.OPERATOR)
                        .requestMatchers(HttpMethod.POST, "/api/submissions")
                        .hasAuthority(SignedIn.MAY_SEND)
                        .anyRequest()
                        .hasAuthority(SignedIn.MAY_READ))
                .addFilterBefore(new RateGate(settings.rates(), clock, problems), AuthorizationFilter.class)
                .addFilterAfter(new UploadGate(memory, settings.uploads(), problems), AuthorizationFilter.class)
                .build();
    }

    private AuthenticationEntryPoint ask() {
        return (request, response, why) -> {
            if (why instanceof TooManyAttemptsException) {
                writer.write(response, problems.tooManyAttempts());
            } else if (why instanceof InvalidBearerTokenException) {
                response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                writer.write(response, problems.signInNeeded());
            } else {
                response.setHeader("WWW-Authenticate", "Basic realm=\"Sealpost\", charset=\"UTF-8\"");
                writer.write(response, problems.signInNeeded());
            }
        };
    }

    /** The TLS layer has found that the client has the key; which certificate it is says whose. */
    private static Object digest(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return Sha256.of(certificate.getEncoded()).toString();
        } catch (CertificateException overOrBroken) {
            return "nobody";
        }
    }

    private static UserDetails known(Map<Sha256, Sender> certificates, String digest) {
        Sender sender = digest.equals("nobody") ? null : certificates.get(Sha256.parse(digest));
        if (sender == null) {
            throw new UsernameNotFoundException("no program has this certificate");
        }
        return SignedIn.byCertificate(sender);
    }

    private AccessDeniedHandler deny() {
        return (request, response, why) -> writer.write(response, problems.notAllowed());
    }

    private static boolean fromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }
}
