package org.sealpost.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import org.sealpost.web.problem.ProblemWriter;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.settings.WebSettings;
import org.sealpost.web.signin.AccountSignIn;
import org.sealpost.web.signin.SignInLimits;
import org.sealpost.web.signin.TooManyAttemptsException;
import org.sealpost.web.upload.UploadGate;
import org.sealpost.web.upload.UploadMemory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The three ways in: programs, the watcher of the machine's health, and people. Whatever is not named here is shut. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Doors {
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Problems problems;
    private final ProblemWriter writer = new ProblemWriter();

    Doors(Problems problems) {
        this.problems = problems;
    }

    @Bean
    AuthenticationManager accountsAndNobodyElse(WebSettings settings, Clock clock) {
        return new ProviderManager(new AccountSignIn(settings.accounts(), new SignInLimits(clock)));
    }

    /** Each request brings its own name and password; no session, so nothing to forge. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, AuthenticationManager accounts, UploadMemory memory, WebSettings settings)
            throws Exception {
        headers(http);
        return http.securityMatcher("/api/**")
                .authenticationManager(accounts)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(askPrograms()))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(askPrograms()).accessDeniedHandler(denyPrograms()))
                .authorizeHttpRequests(rules -> rules
                        // A browser that remembers a Basic password would send it along for any site.
                        .requestMatchers(Doors::fromAnotherSite)
                        .denyAll()
                        .requestMatchers(HttpMethod.POST, "/api/submissions")
                        .authenticated()
                        .requestMatchers(
                                HttpMethod.GET, "/api/submissions/{reference}", "/api/submissions/{reference}/receipt")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .addFilterAfter(new UploadGate(memory, settings.uploads(), problems), AuthorizationFilter.class)
                .build();
    }

    /** Says only up or down, and only to this machine. */
    @Bean
    @Order(2)
    SecurityFilterChain watchers(HttpSecurity http) throws Exception {
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
                                "/actuator/health/readiness")
                        .access((who, context) -> new AuthorizationDecision(isThisMachine(context.getRequest())))
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(
            HttpSecurity http, AuthenticationManager accounts, UploadMemory memory, WebSettings settings)
            throws Exception {
        headers(http);
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        wanted.setRequestMatcher(new OrRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/submissions"),
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/submissions/{reference}")));
        return http.authenticationManager(accounts)
                .requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(e -> e.authenticationEntryPoint(askPeople()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .successHandler((request, response, who) -> welcome(wanted, request, response, who))
                        .failureHandler((request, response, why) -> seeOther(
                                request,
                                response,
                                why instanceof TooManyAttemptsException
                                        ? "/sign-in?problem=wait"
                                        : "/sign-in?problem=wrong")))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/sign-in", "/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/assets/{file}")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/", "/submissions/**", "/uploads/{token}")
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, "/submissions")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new UploadGate(memory, settings.uploads(), problems), CsrfFilter.class)
                .build();
    }

    private static void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=()"))
                .crossOriginOpenerPolicy(p -> p.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(p -> p.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny));
    }

    private AuthenticationEntryPoint askPrograms() {
        return (request, response, why) -> {
            if (why instanceof TooManyAttemptsException) {
                writer.write(response, problems.tooManyAttempts());
            } else {
                response.setHeader("WWW-Authenticate", "Basic realm=\"Sealpost\", charset=\"UTF-8\"");
                writer.write(response, problems.signInNeeded());
            }
        };
    }

    private AccessDeniedHandler denyPrograms() {
        return (request, response, why) -> writer.write(response, problems.notAllowed());
    }

    /** A page's script gets a status that it understands; a person gets the page to sign in. */
    private AuthenticationEntryPoint askPeople() {
        LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/sign-in");
        return (HttpServletRequest request, HttpServletResponse response, AuthenticationException why) -> {
            String accept = request.getHeader("Accept");
            if (accept != null && accept.contains("application/json")) {
                writer.write(response, problems.signInNeeded());
            } else {
                page.commence(request, response, why);
            }
        };
    }

    /** On to the page that was asked for, which is always one of ours: only its path and query are followed. */
    private static void welcome(
            HttpSessionRequestCache wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication who) {
        SavedRequest saved = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        String path = saved == null ? "/" : URI.create(saved.getRedirectUrl()).getRawPath();
        String context = request.getContextPath();
        seeOther(request, response, path.startsWith(context + "/submissions") ? path.substring(context.length()) : "/");
    }

    private static void seeOther(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", request.getContextPath() + path);
    }

    private static boolean fromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static boolean isThisMachine(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
