package org.sealpost.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.sealpost.web.problem.ProblemWriter;
import org.sealpost.web.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The way in for what watches this machine's health. Says only up or down and whether scans are read, and only to this machine. */
@Configuration(proxyBeanMethods = false)
class WatchersDoor {
    @Bean
    @Order(2)
    SecurityFilterChain watchers(HttpSecurity http, Problems problems) throws Exception {
        ProblemWriter writer = new ProblemWriter();
        SafeHeaders.on(http);
        return http.securityMatcher("/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(e -> e.authenticationEntryPoint(
                        (request, response, why) -> writer.write(response, problems.notAllowed())))
                .authorizeHttpRequests(rules -> rules.requestMatchers(
                                HttpMethod.GET,
                                "/actuator/health",
                                "/actuator/health/delivery",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness",
                                "/actuator/health/scans")
                        .access((who, context) -> new AuthorizationDecision(isThisMachine(context.getRequest())))
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static boolean isThisMachine(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
