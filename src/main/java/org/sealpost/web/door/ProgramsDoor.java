package org.sealpost.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.sealpost.web.problem.ProblemWriter;
import org.sealpost.web.problem.Problems;
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
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
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
        return http.securityMatcher("/api/**")
                .authenticationManager(accounts)
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
                        .requestMatchers(HttpMethod.GET, "/api/operator/undelivered")
                        .hasAnyRole(OperatorIn.OPERATOR, OperatorIn.AUDITOR)
                        .requestMatchers("/api/operator/**")
                        .hasRole(OperatorIn.OPERATOR)
                        .anyRequest()
                        .hasRole(SignedIn.ROLE))
                .addFilterBefore(new RateGate(settings.rates(), clock, problems), AuthorizationFilter.class)
                .addFilterAfter(new UploadGate(memory, settings.uploads(), problems), AuthorizationFilter.class)
                .build();
    }

    private AuthenticationEntryPoint ask() {
        return (request, response, why) -> {
            if (why instanceof TooManyAttemptsException) {
                writer.write(response, problems.tooManyAttempts());
            } else {
                response.setHeader("WWW-Authenticate", "Basic realm=\"Sealpost\", charset=\"UTF-8\"");
                writer.write(response, problems.signInNeeded());
            }
        };
    }

    private AccessDeniedHandler deny() {
        return (request, response, why) -> writer.write(response, problems.notAllowed());
    }

    private static boolean fromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }
}
