package org.sealpost.web.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import org.sealpost.web.problem.ProblemWriter;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.settings.WebSettings;
import org.sealpost.web.signin.OperatorIn;
import org.sealpost.web.signin.SignedIn;
import org.sealpost.web.signin.TooManyAttemptsException;
import org.sealpost.web.upload.UploadGate;
import org.sealpost.web.upload.UploadMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.ui.DefaultResourcesFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The way in for people: a form to sign in, a session, and a token in every form. */
@Configuration(proxyBeanMethods = false)
class PeopleDoor {
    private static final Logger LOG = LoggerFactory.getLogger(PeopleDoor.class);

    private final Problems problems;
    private final ProblemWriter writer = new ProblemWriter();

    PeopleDoor(Problems problems) {
        this.problems = problems;
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(
            HttpSecurity http,
            AuthenticationManager accounts,
            UploadMemory memory,
            WebSettings settings,
            LinkDoor.Maybe links,
            Clock clock)
            throws Exception {
        SafeHeaders.on(http);
        SessionAge age = new SessionAge(settings.signIns(), clock);
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        wanted.setRequestMatcher(new OrRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/submissions"),
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/submissions/{reference}")));
        AuthenticationSuccessHandler welcome = (request, response, who) -> {
            age.begin(request.getSession());
            welcome(wanted, request, response, who);
        };
        if (links.door().isPresent()) {
            links.door()
                    .get()
                    .on(
                            http,
                            welcome,
                            (request, response, why) -> seeOther(request, response, "/sign-in?problem=link"));
        }
        if (!settings.signIns().providers().isEmpty()) {
            new ProvidersDoor(
                            settings.signIns().providers(),
                            settings.signIns().address().orElseThrow())
                    .on(
                            http,
                            (request, response, who) -> {
                                age.begin(request.getSession());
                                ProvidersDoor.onFromHere(request, response, who);
                            },
                            (request, response, why) -> {
                                LOG.warn("a sign-in by a provider failed: {}", kind(why));
                                seeOther(request, response, "/sign-in?problem=provider");
                            });
        }
        // Passwords are asked about where neither links nor providers know an answer.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(accounts);
        return withoutTheFramesOwnStyle(http.requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(e -> e.authenticationEntryPoint(ask()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .successHandler(welcome)
                        .failureHandler((request, response, why) -> seeOther(
                                request,
                                response,
                                why instanceof TooManyAttemptsException
                                        ? "/sign-in?problem=wait"
                                        : "/sign-in?problem=wrong")))
                .logout(out ->
                        out.logoutUrl("/sign-out").deleteCookies("sealpost").logoutSuccessUrl("/sign-in"))
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/sign-in",
                                "/sign-in/link",
                                "/sign-in/link/sent",
                                "/sign-in/link/open",
                                "/sign-in/done")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/assets/{file}", "/favicon.ico", "/robots.txt")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/operator/undelivered",
                                "/operator/held",
                                "/operator/holds",
                                "/operator/undelivered/{reference}/proof",
                                "/operator/undelivered/{reference}/note")
                        .hasAnyRole(OperatorIn.OPERATOR, OperatorIn.AUDITOR)
                        .requestMatchers(HttpMethod.GET, "/operator/keys")
                        .hasAnyRole(OperatorIn.OPERATOR, OperatorIn.AUDITOR, OperatorIn.KEY_HOLDER)
                        .requestMatchers("/operator/**")
                        .hasRole(OperatorIn.OPERATOR)
                        .anyRequest()
                        .hasRole(SignedIn.ROLE))
                .addFilterBefore(age, SecurityContextHolderFilter.class)
                .addFilterBefore(new RateGate(settings.rates(), clock, problems), CsrfFilter.class)
                .addFilterBefore(new UploadGate(memory, settings.uploads(), problems), CsrfFilter.class)
                .build());
    }

    /** The pages are ours, so the style sheet of those that we do not use is not served. */
    private static SecurityFilterChain withoutTheFramesOwnStyle(SecurityFilterChain built) {
        return new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                built.getFilters().stream()
                        .filter(filter -> !(filter instanceof DefaultResourcesFilter))
                        .toList());
    }

    /** The code of RFC 6749 may be the provider's own word, so no more of it than letters. */
    private static String kind(AuthenticationException why) {
        return why instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode().replaceAll("[^a-z_-]", "?")
                : why.getClass().getSimpleName();
    }

    /** A page's script gets a status that it understands; a person gets the page to sign in. */
    private AuthenticationEntryPoint ask() {
        LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/sign-in");
        // Whatever a request calls this host, an answer does not repeat it.
        page.setFavorRelativeUris(true);
        return (HttpServletRequest request, HttpServletResponse response, AuthenticationException why) -> {
            String accept = request.getHeader("Accept");
            if (accept != null && accept.contains("application/json")) {
                writer.write(response, problems.signInNeeded());
            } else {
                page.commence(request, response, why);
            }
        };
    }

    /** On to the page that was asked for, which is always one of ours: only its path is followed. */
    private static void welcome(
            HttpSessionRequestCache wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication who) {
        SavedRequest saved = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        String path = saved == null ? "/" : URI.create(saved.getRedirectUrl()).getRawPath();
        String context = request.getContextPath();
        if (who.getPrincipal() instanceof OperatorIn operator) {
            seeOther(request, response, operator.home());
        } else {
            seeOther(
                    request,
                    response,
                    path.startsWith(context + "/submissions") ? path.substring(context.length()) : "/");
        }
    }

    private static void seeOther(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", request.getContextPath() + path);
    }
}
