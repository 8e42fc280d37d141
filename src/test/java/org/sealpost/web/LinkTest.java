package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.submission.Sha256;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in by a link that comes by e-mail. */
class LinkTest extends InTheWebHouse {
    /** So that no test meets another's limit of three links to one address. */
    private static int people;

    @Autowired
    FakeLinks links;

    private String address = "";

    @BeforeEach
    void anotherPerson() {
        links.sent.clear();
        links.kept.clear();
        address = "person" + ++people + "@example-agency.example";
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere");
    }

    private HttpResponse<String> ask(Client by, String typed) throws Exception {
        return by.form("/sign-in/link", "address", typed, "_csrf", by.csrf("/sign-in/link"));
    }

    private String mailed() throws Exception {
        String letter = links.sent.poll(5, TimeUnit.SECONDS);
        assertThat(letter).isNotNull().startsWith(address + " https://sealpost.example/sign-in/link/open?token=");
        return letter.substring(letter.indexOf('=') + 1);
    }

    private static HttpResponse<String> open(Client by, String token) throws Exception {
        return by.form("/sign-in/link/open", "token", token, "_csrf", by.csrf("/sign-in/link/open?token=" + token));
    }

    @Test
    void aLinkLetsItsBrowserInOnceAsThatPerson() throws Exception {
        HttpResponse<String> asked = ask(client, " " + address.replace("person", "Person") + " ");
        assertThat(location(asked)).isEqualTo("/sign-in/link/sent");
        assertThat(String.join("", asked.headers().allValues("Set-Cookie")))
                .contains("sealpost-link=", "Max-Age=900", "HttpOnly", "SameSite=Strict", "Path=/sign-in/link");
        String token = mailed();
        assertThat(client.page("/sign-in/link/open?token=" + token).statusCode())
                .isEqualTo(200);
        assertThat(location(client.page("/")))
                .as("looking at the link does nothing")
                .endsWith("/sign-in");

        String before = client.cookies.getCookieStore().getCookies().toString();
        assertThat(location(open(client, token))).isEqualTo("/");
        assertThat(client.page("/").body()).contains(address);
        assertThat(client.cookies.getCookieStore().getCookies().toString()).isNotEqualTo(before);

        client.send(client.upload(
                        "/submissions",
                        new Client.Form()
                                .field("_csrf", client.csrf("/"))
                                .file("file", "form.pdf", "%PDF".getBytes(StandardCharsets.US_ASCII)))
                .header("Accept", "text/html"));
        assertThat(useCases.arrivals).hasSize(1);
        assertThat(useCases.arrivals.get(0).by()).isEqualTo(address);
        assertThat(useCases.arrivals.get(0).partner().value()).isEqualTo("example-agency");

        client.form("/sign-out", "_csrf", client.csrf("/"));
        assertThat(location(client.page("/"))).endsWith("/sign-in");
        assertThat(location(open(client, token))).as("a second time").isEqualTo("/sign-in?problem=link");
    }

    @Test
    void aStolenMailOpensNothingAndSpoilsNothing() throws Exception {
        ask(client, address);
        String token = mailed();
        Client thief = new Client(port);
        ask(thief, "thief@elsewhere.example");
        assertThat(location(open(thief, token))).isEqualTo("/sign-in?problem=link");
        assertThat(location(open(new Client(port), token))).isEqualTo("/sign-in?problem=link");
        assertThat(location(open(client, token))).isEqualTo("/");
    }

    @Test
    void theBrowsersHalfIsForOneAddressOnly() throws Exception {
        ask(client, address);
        String token = mailed();
        client.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("sealpost-link"))
                .forEach(cookie -> {
                    String kept = new String(
                            java.util.Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
                    cookie.setValue(java.util.Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(kept.replace(address, "head@example-agency.example")
                                    .getBytes(StandardCharsets.UTF_8)));
                });
        assertThat(location(open(client, token))).isEqualTo("/sign-in?problem=link");
    }

    @Test
    void nobodyLearnsWhichAddressesAreKnown() throws Exception {
        HttpResponse<String> known = ask(client, address);
        mailed();
        for (String typed : new String[] {
            "stranger9@elsewhere-agency.example",
            "person9@sub.example-agency.example",
            "a b@example-agency.example",
            "x@y@example-agency.example",
            "\"q\"@example-agency.example",
            "x\r\nBcc: y@example-agency.example",
            "nonsense"
        }) {
            Client other = new Client(port);
            HttpResponse<String> unknown = ask(other, typed);
            assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
            assertThat(location(unknown)).isEqualTo(location(known));
            assertThat(unknown.headers().map().keySet())
                    .isEqualTo(known.headers().map().keySet());
            assertThat(unknown.headers().firstValue("Set-Cookie").orElse("")).contains("sealpost-link=", "Max-Age=900");
        }
        assertThat(links.sent.poll(200, TimeUnit.MILLISECONDS)).isNull();
        assertThat(links.kept).as("each is kept, so that each takes as long").hasSize(8);
    }

    @Test
    void itEndsAndIsKeptAsADigestOnly() throws Exception {
        ask(client, address);
        String token = mailed();
        assertThat(links.kept).hasSize(1);
        assertThat(links.kept.keySet()).doesNotContain(Sha256.of(token.getBytes(StandardCharsets.US_ASCII)));
        assertThat(links.kept.values())
                .allMatch(until -> until.isAfter(Instant.now().plusSeconds(890))
                        && until.isBefore(Instant.now().plusSeconds(901)));
        links.kept.replaceAll((digest, until) -> Instant.now().minusSeconds(1));
        assertThat(location(open(client, token))).isEqualTo("/sign-in?problem=link");
        assertThat(client.page("/sign-in?problem=link").body()).contains("That link does not work");
    }

    @Test
    void nobodyIsFloodedWithLinks() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(location(ask(client, address))).isEqualTo("/sign-in/link/sent");
        }
        for (int i = 0; i < 3; i++) {
            mailed();
        }
        assertThat(links.sent.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }
}
