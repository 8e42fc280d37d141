package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What a baseline scan of OWASP ZAP looks for, tried at every address that the application has, so that a new page is looked at
 * by itself: headers, cookies, policies, caches, banners, stack traces, methods, redirects, reflected input, paths, error pages.
 */
class BaselineTest extends InTheWebHouse {
    private static final String POISON = "\"'><script>alert(7)</script>{{7331*7}}${7331*7}\r\nX-Poison: yes";
    private static final Pattern SCRIPT_WITHIN = Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>");
    private static final Pattern FOREIGN = Pattern.compile("(src|href|action|formaction)=\"(?!/|#|mailto:)[^\"]*\"");
    private static final Pattern FORM = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);

    @Autowired
    ApplicationContext application;

    private final Map<String, Client> visitors = new LinkedHashMap<>();

    @BeforeEach
    void everybodySignsIn() throws Exception {
        visitors.put("nobody", new Client(port));
        for (String name : List.of(WebHouse.WORKER, WebHouse.OPERATOR, WebHouse.KEY_HOLDER)) {
            Client in = new Client(port);
            in.signIn(name, WebHouse.PASSWORD);
            visitors.put(name, in);
        }
    }

    /** Each address with something that exists in place of its variables, and with something hostile. */
    private List<String> paths(String fill) {
        List<String> paths = new ArrayList<>();
        for (String address : Addresses.of(application)) {
            String pattern = address.substring(address.indexOf(' ') + 1);
            paths.add(pattern.replaceAll("\\{file:.*}", "robots.txt")
                    .replace("/assets/**", "/assets/send.js")
                    .replace(".min.cs*", ".min.css")
                    .replace("/**", "/liveness")
                    .replaceAll("\\{[^}]*}", Matcher.quoteReplacement(fill)));
        }
        return paths;
    }

    private List<HttpResponse<String>> everyAnswer() throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        List<String> paths = new ArrayList<>(paths(FakeIntervene.REFERENCE.value()));
        paths.addAll(
                List.of("/no-such-page", "/assets/no-such-file.js", "/api/no-such", "/actuator/env", "/%3Cscript%3E"));
        for (Client visitor : visitors.values()) {
            for (String path : paths) {
                answers.add(visitor.page(path));
                answers.add(visitor.ask(path));
                answers.add(visitor.send(visitor.to(path)
                        .header("Authorization", Client.basic(WebHouse.WORKER, WebHouse.PASSWORD))
                        .POST(HttpRequest.BodyPublishers.ofString("rubbish"))));
            }
        }
        assertThat(answers.stream().map(HttpResponse::statusCode)).contains(200, 302, 401, 403, 404, 415);
        return answers;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(" | ", answer.headers().allValues(name));
    }

    private static String name(HttpResponse<String> answer) {
        return answer.request().method() + " " + answer.request().uri().getPath() + " " + answer.statusCode();
    }

    @Test
    void everyAnswerHasTheHeadersThatProtectItAndNoneThatTalk() throws Exception {
        for (HttpResponse<String> answer : everyAnswer()) {
            String name = name(answer);
            assertThat(header(answer, "X-Content-Type-Options")).as(name).isEqualTo("nosniff");
            assertThat(header(answer, "X-Frame-Options")).as(name).isEqualTo("DENY");
            assertThat(header(answer, "Referrer-Policy")).as(name).isEqualTo("same-origin");
            assertThat(header(answer, "Permissions-Policy"))
                    .as(name)
                    .contains("camera=()", "microphone=()", "geolocation=()");
            assertThat(header(answer, "Cross-Origin-Opener-Policy")).as(name).isEqualTo("same-origin");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).as(name).isEqualTo("same-origin");
            assertThat(header(answer, "Content-Security-Policy"))
                    .as(name)
                    .contains(
                            "default-src 'none'",
                            "script-src 'self';",
                            "style-src 'self';",
                            "form-action 'self'",
                            "base-uri 'none'",
                            "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*", "data:", "http");
            assertThat(answer.headers().map().keySet())
                    .as(name)
                    .doesNotContain(
                            "server", "x-powered-by", "x-aspnet-version", "access-control-allow-origin", "x-poison");
            // It is plain HTTP here, where a browser has to disregard it (RFC 6797, section 7.2).
            assertThat(header(answer, "Strict-Transport-Security")).as(name).isEmpty();
        }
    }

    @Test
    void nothingPersonalStaysInACache() throws Exception {
        for (HttpResponse<String> answer : everyAnswer()) {
            String path = answer.request().uri().getPath();
            boolean everybodys =
                    path.startsWith("/assets/") || path.equals("/robots.txt") || path.equals("/favicon.ico");
            if (!everybodys || answer.statusCode() != 200) {
                assertThat(header(answer, "Cache-Control")).as(name(answer)).contains("no-store");
            }
        }
    }

    @Test
    void bodiesAreWhatTheySayAndTellNothingOfWhatIsInside() throws Exception {
        for (HttpResponse<String> answer : everyAnswer()) {
            String name = name(answer);
            if (!answer.body().isEmpty()) {
                assertThat(header(answer, "Content-Type"))
                        .as(name)
                        .matches(
                                "text/(html|plain|css|javascript); ?charset=(?i:utf-8)|text/(css|javascript|plain)|image/.*"
                                        + "|application/(problem\\+)?json|application/vnd\\.spring-boot\\.actuator\\.v3\\+json"
                                        + "|application/pkcs7-mime.*|message/rfc822");
            }
            if (!answer.request().uri().getPath().startsWith("/assets/")) {
                assertThat(answer.body())
                        .as(name)
                        .doesNotContain(
                                "\tat ",
                                "Exception:",
                                "Tomcat",
                                "Whitelabel",
                                "org.spring",
                                "java.",
                                "/home/",
                                "/tmp/",
                                "<!--");
            }
            assertThat(answer.statusCode()).as(name).isLessThan(500);
        }
    }

    @Test
    void cookiesAreOutOfScriptsReachAndOfThisSiteOnly() throws Exception {
        int seen = 0;
        for (HttpResponse<String> answer : everyAnswer()) {
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                assertThat(cookie)
                        .as(name(answer))
                        .contains("HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain("Domain");
                seen++;
            }
            assertThat(answer.request().uri().toString()).doesNotContain("jsessionid");
            assertThat(header(answer, "Location")).doesNotContain("jsessionid", ";sealpost");
        }
        assertThat(seen).isPositive();
    }

    @Test
    void pagesHaveNothingWithinThatThePolicyWouldHaveToAllow() throws Exception {
        int pages = 0;
        for (HttpResponse<String> answer : everyAnswer()) {
            if (header(answer, "Content-Type").startsWith("text/html")) {
                pages++;
                String name = name(answer);
                assertThat(answer.body())
                        .as(name)
                        .doesNotContainPattern("<style|\\sstyle=\"|\\son[a-z]+=\"|javascript:");
                assertThat(SCRIPT_WITHIN.matcher(answer.body()).find()).as(name).isFalse();
                assertThat(FOREIGN.matcher(answer.body())
                                .results()
                                .map(r -> r.group())
                                .toList())
                        .as(name)
                        .isEmpty();
                assertThat(FORM.matcher(answer.body()).results().map(r -> r.group()))
                        .as(name)
                        .allMatch(form -> form.contains("name=\"_csrf\""));
            }
        }
        assertThat(pages).isGreaterThan(20);
    }

    @Test
    void nothingThatIsSentComesBackAsItWas() throws Exception {
        String encoded = URLEncoder.encode(POISON, StandardCharsets.UTF_8);
        String query = "?problem=" + encoded + "&after=" + encoded + "&most=" + encoded + "&again=" + encoded
                + "&error=" + encoded + "&continue=" + encoded + "&" + encoded + "=1";
        String hostile = "%22'%3E%3Cscript%3Ealert(7)%3C%2Fscript%3E".replace("%2F", "");
        List<String> paths = new ArrayList<>();
        paths(FakeIntervene.REFERENCE.value()).forEach(path -> paths.add(path + query));
        paths.addAll(paths(hostile));
        for (Client visitor : visitors.values()) {
            for (String path : paths) {
                for (HttpResponse<String> answer : List.of(visitor.page(path), visitor.ask(path))) {
                    if (!answer.request().uri().getPath().startsWith("/assets/")) {
                        assertThat(answer.body())
                                .as(name(answer))
                                .doesNotContain("<script>alert", "51317", "'><script");
                    }
                    assertThat(answer.headers().map()).as(name(answer)).doesNotContainKey("x-poison");
                    assertThat(answer.statusCode()).as(name(answer)).isLessThan(500);
                }
            }
        }
    }

    @Test
    void otherMethodsDoNothing() throws Exception {
        for (Client visitor : visitors.values()) {
            for (String path : paths(FakeIntervene.REFERENCE.value())) {
                for (String method : List.of("PUT", "DELETE", "PATCH", "PROPFIND", "ANYTHING")) {
                    HttpResponse<String> answer =
                            visitor.send(visitor.to(path).method(method, HttpRequest.BodyPublishers.noBody()));
                    assertThat(answer.statusCode()).as(name(answer)).isIn(302, 400, 401, 403, 404, 405, 501);
                }
            }
        }
        assertThat(raw("TRACE / HTTP/1.1\r\nHost: x\r\nCookie: sealpost=secret\r\nConnection: close\r\n\r\n"))
                .doesNotContain("secret")
                .doesNotStartWith("HTTP/1.1 2");
    }

    @Test
    void noRedirectLeadsElsewhereWhateverTheHostIsCalled() throws Exception {
        for (String path : paths(FakeIntervene.REFERENCE.value())) {
            for (String line :
                    List.of(path, "//elsewhere.example" + path, path + "?continue=https://elsewhere.example")) {
                String answer = raw(
                        "GET " + line + " HTTP/1.1\r\nHost: elsewhere.example\r\nAccept: text/html\r\n"
                                + "X-Forwarded-Host: elsewhere.example\r\nX-Forwarded-Proto: https\r\n"
                                + "Forwarded: host=elsewhere.example\r\nX-Original-URL: /operator/keys\r\nConnection: close\r\n\r\n");
                assertThat(answer).as(line).doesNotContain("elsewhere.example");
            }
        }
    }

    @Test
    void noPathLeadsOutOfWhatIsServed() throws Exception {
        for (String path : Set.of(
                "/assets/../application.yaml",
                "/assets/..%2f..%2fapplication.yaml",
                "/assets/%2e%2e/%2e%2e/logback.xml",
                "/assets/..%5clogback.xml",
                "/assets/....//logback.xml",
                "/assets/%252e%252e/logback.xml",
                "/assets/..;/logback.xml",
                "/assets/%c0%ae%c0%ae/logback.xml",
                "/assets/govuk-frontend.min.css/../../package.json",
                "/../../../../etc/passwd",
                "/assets//etc/passwd",
                "/assets/file:/etc/passwd",
                "/assets/",
                "/assets",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/templates/layout.html",
                "/.git/config",
                "/webjars/govuk-frontend/5.14.0/package.json")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(path)
                    .doesNotStartWith("HTTP/1.1 2")
                    .doesNotContain("root:", "<configuration", "sealpost:\n", "html lang");
            assertThat(answer).as(path).doesNotContain("Tomcat", "Exception");
        }
    }

    @Test
    void evenWhatIsNoRequestGetsNoBanner() throws Exception {
        for (String request : List.of(
                "GET / HTTP/1.1\r\n\r\n",
                "GET /% HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /\\..\\ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "rubbish\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
                "POST /sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\nzzz",
                "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n")) {
            String answer = raw(request);
            assertThat(answer)
                    .as(request.substring(0, Math.min(60, request.length())))
                    .doesNotContain("Tomcat", "Exception", "\tat ", "Server:", "java.")
                    .doesNotStartWith("HTTP/1.1 2");
        }
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
