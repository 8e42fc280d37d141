package org.sealpost.web.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.web.signin.BoundLinks;
import org.sealpost.web.signin.LinkMailer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** The part of the people's door that lets in by a one-time link: one half of it comes by mail, the other is a cookie. */
final class LinkDoor {
    private static final String COOKIE = "sealpost-link";

    private final BoundLinks links;
    private final LinkMailer mailer;
    private final AuthenticationProvider provider;

    LinkDoor(BoundLinks links, LinkMailer mailer, AuthenticationProvider provider) {
        this.links = links;
        this.mailer = mailer;
        this.provider = provider;
    }

    void on(HttpSecurity http, AuthenticationSuccessHandler welcome, AuthenticationFailureHandler sorry)
            throws Exception {
        http.oneTimeTokenLogin(link -> link.tokenService(links)
                .authenticationProvider(provider)
                .loginPage("/sign-in")
                .showDefaultSubmitPage(false)
                .tokenGeneratingUrl("/sign-in/link")
                .generateRequestResolver(LinkDoor::asked)
                .tokenGenerationSuccessHandler(this::answer)
                .loginProcessingUrl("/sign-in/link/open")
                .authenticationConverter(LinkDoor::brought)
                .authenticationSuccessHandler((request, response, who) -> {
                    response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", 0));
                    welcome.onAuthenticationSuccess(request, response, who);
                })
                .authenticationFailureHandler(sorry));
    }

    private static GenerateOneTimeTokenRequest asked(HttpServletRequest request) {
        String address = request.getParameter("address");
        String typed = address == null ? "" : address.strip();
        return new GenerateOneTimeTokenRequest(
                typed.isEmpty() || typed.length() > 254 ? "nobody" : typed, BoundLinks.VALID);
    }

    /** The same for every address. */
    private void answer(HttpServletRequest request, HttpServletResponse response, OneTimeToken token) {
        String[] halves = token.getTokenValue().split("\\.", 3);
        mailer.offer(token.getUsername(), halves[0]);
        String kept = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((halves[1] + "." + halves[2]).getBytes(StandardCharsets.UTF_8));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, kept, BoundLinks.VALID.toSeconds()));
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", request.getContextPath() + "/sign-in/link/sent");
    }

    private static String cookie(HttpServletRequest request, String value, long seconds) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .path(request.getContextPath() + "/sign-in/link")
                .maxAge(seconds)
                .build()
                .toString();
    }

    private static Authentication brought(HttpServletRequest request) {
        String mailed = request.getParameter("token");
        return OneTimeTokenAuthenticationToken.unauthenticated((mailed == null ? "" : mailed) + "." + kept(request));
    }

    private static String kept(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .map(LinkDoor::decoded)
                        .orElse("");
    }

    /** The door where links are sent, and nothing where not. */
    record Maybe(Optional<LinkDoor> door) implements AutoCloseable {
        @Override
        public void close() {
            door.ifPresent(open -> open.mailer.close());
        }
    }

    private static String decoded(String untrusted) {
        try {
            return new String(Base64.getUrlDecoder().decode(untrusted), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException rubbish) {
            return "";
        }
    }
}
