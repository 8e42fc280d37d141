package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.OperatorName;
import org.sealpost.submission.PartnerId;
import org.sealpost.web.settings.Duty;
import org.sealpost.web.settings.MailDomains;
import org.sealpost.web.settings.OperatorAccount;
import org.sealpost.web.settings.Provider;
import org.sealpost.web.settings.SignIns;
import org.sealpost.web.settings.WebSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Signing in by another's sign-in, against a provider that answers over HTTP. */
@SpringBootTest(
        classes = {WebHouse.class, ProviderTest.WithProvider.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "spring.main.banner-mode=off"})
class ProviderTest {
    private static final SmallProvider PROVIDER = started();
    private static final String OUTSIDE = "https://sealpost.example";

    @LocalServerPort
    int port;

    @Autowired
    FakeIntervene cases;

    @Autowired
    ApplicationContext application;

    private Client client = new Client(0);

    private static SmallProvider started() {
        try {
            return new SmallProvider();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static class WithProvider {
        @Bean
        @Primary
        WebSettings provided(WebSettings webSettings) {
            OperatorAccount first = webSettings.operators().stream()
                    .filter(o -> o.name().value().equals(WebHouse.OPERATOR))
                    .findAny()
                    .orElseThrow();
            OperatorAccount auditor =
                    new OperatorAccount(new OperatorName("five@gateway.example"), Duty.AUDITOR, "", false);
            return new WebSettings(
                    webSettings.serviceName(),
                    webSettings.contact(),
                    webSettings.confirmedWithin(),
                    webSettings.accounts(),
                    webSettings.operators(),
                    webSettings.forceNames(),
                    webSettings.uploads(),
                    new SignIns(
                            Duration.ofMinutes(30),
                            Duration.ofHours(10),
                            Optional.of(URI.create(OUTSIDE)),
                            false,
                            new MailDomains(Map.of()),
                            List.of(new Provider(
                                    "county",
                                    "County Council",
                                    URI.create(PROVIDER.issuer()),
                                    SmallProvider.CLIENT,
                                    SmallProvider.SECRET,
                                    "groups",
                                    "email",
                                    Map.of(
                                            "safeguarding",
                                            new MailDomains.Home(new PartnerId("example-agency"), WebHouse.FORCE),
                                            "other",
                                            new MailDomains.Home(new PartnerId("other-agency"), WebHouse.FORCE)),
                                    Map.of("subject-one", first, "subject-five", auditor)))),
                    webSettings.rates(),
                    webSettings.programs());
        }
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @BeforeEach
    void begin() {
        cases.reset();
        client = new Client(port);
        PROVIDER.lies = Map.of();
        PROVIDER.person = worker();
    }

    private static Map<String, Object> worker() {
        return Map.of(
                "sub",
                "w-1",
                "email",
                "Worker.Two@example-agency.example",
                "email_verified",
                true,
                "groups",
                List.of("staff", "safeguarding"));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere");
    }

    /** As far as the answer that the browser brings back, which the test takes to where the gateway really listens. */
    private String answerFor(Client by) throws Exception {
        HttpResponse<String> out = by.send(by.to("/sign-in/with/county").header("Accept", "text/html"));
        assertThat(location(out))
                .startsWith(PROVIDER.issuer() + "/authorize?")
                .contains("code_challenge=", "nonce=", "state=");
        String back = location(by.send(by.to(location(out))));
        assertThat(back).startsWith(OUTSIDE + "/sign-in/back/county?");
        return back.substring(OUTSIDE.length());
    }

    private String through(Client by) throws Exception {
        return location(by.page(answerFor(by)));
    }

    @Test
    void aSenderComesInAsThatPersonOfThatPartner() throws Exception {
        assertThat(client.page("/sign-in").body()).contains("Sign in with County Council");
        String before = client.cookies.getCookieStore().getCookies().toString();
        assertThat(through(client)).isEqualTo("/sign-in/done?as=SENDER");
        assertThat(client.page("/sign-in/done?as=SENDER").body()).contains("content=\"0; url=/\"");
        assertThat(client.page("/").body()).contains("Worker.Two@example-agency.example");
        assertThat(client.cookies.getCookieStore().getCookies().toString()).isNotEqualTo(before);
        assertThat(client.page("/operator/undelivered").statusCode()).isEqualTo(403);
    }

    @Test
    void theWayOutAndBackNeedsOnlyACookieOfItsOwn() throws Exception {
        client.page("/sign-in");
        String back = answerFor(client);
        // A browser that another site leads here does not send the session's cookie, which is of this site only.
        client.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("sealpost"))
                .toList()
                .forEach(cookie -> client.cookies.getCookieStore().remove(null, cookie));
        assertThat(location(client.page(back))).isEqualTo("/sign-in/done?as=SENDER");
    }

    @Test
    void anotherBrowserOrASecondTimeIsNoWayIn() throws Exception {
        String back = answerFor(client);
        Client thief = new Client(port);
        assertThat(location(thief.page(back))).isEqualTo("/sign-in?problem=provider");
        answerFor(thief);
        assertThat(location(thief.page(back))).as("with a question of his own").isEqualTo("/sign-in?problem=provider");
        assertThat(location(client.page(back))).isEqualTo("/sign-in/done?as=SENDER");
        assertThat(location(client.page(back))).as("a second time").isEqualTo("/sign-in?problem=provider");
    }

    @Test
    void whoIsNotOneOfOursIsNotLetIn() throws Exception {
        for (Map<String, Object> claims : List.<Map<String, Object>>of(
                Map.of("sub", "x", "email", "a@b.example", "email_verified", true),
                Map.of("sub", "x", "email", "a@b.example", "email_verified", true, "groups", List.of("staff")),
                Map.of("sub", "x", "email", "a@b.example", "email_verified", false, "groups", List.of("safeguarding")),
                Map.of("sub", "x", "email", "a@b.example", "groups", List.of("safeguarding")),
                Map.of("sub", "x", "email_verified", true, "groups", List.of("safeguarding")),
                Map.of("sub", "x", "email", "a \"b\"@c.example", "email_verified", true, "groups", "safeguarding"),
                Map.of(
                        "sub",
                        "x",
                        "email",
                        "a@b.example",
                        "email_verified",
                        true,
                        "groups",
                        List.of("safeguarding", "other")))) {
            PROVIDER.person = claims;
            Client stranger = new Client(port);
            assertThat(through(stranger)).as("%s", claims).isEqualTo("/sign-in?problem=provider");
            assertThat(location(stranger.page("/"))).endsWith("/sign-in");
        }
        assertThat(client.page("/sign-in?problem=provider").body()).contains("does not know you by it");
    }

    @Test
    void aTokenThatIsNotAsItShouldBeIsNotBelieved() throws Exception {
        for (Map<String, Object> lie : List.<Map<String, Object>>of(
                Map.of("nonce", "another"),
                Map.of("aud", "another"),
                Map.of("iss", "https://elsewhere.example"),
                Map.of("exp", Date.from(Instant.now().minusSeconds(600))))) {
            PROVIDER.lies = lie;
            assertThat(through(new Client(port))).as("%s", lie).isEqualTo("/sign-in?problem=provider");
        }
        PROVIDER.lies = Map.of();
        var right = PROVIDER.forger;
        PROVIDER.forger = SmallProvider.newKey();
        try {
            assertThat(through(new Client(port))).as("another key").isEqualTo("/sign-in?problem=provider");
        } finally {
            PROVIDER.forger = right;
        }
        assertThat(through(new Client(port))).isEqualTo("/sign-in/done?as=SENDER");
    }

    @Test
    void operatorsAreKnownByTheirSubjectAndStayThatPerson() throws Exception {
        PROVIDER.person = Map.of("sub", "subject-one");
        assertThat(through(client)).isEqualTo("/sign-in/done?as=OPERATOR");
        String one = "/operator/undelivered/" + FakeIntervene.REFERENCE;
        client.form(one + "/proposals", "measure", "retry", "_csrf", client.csrf("/operator/undelivered"));
        Client byPassword = new Client(port);
        byPassword.signIn(WebHouse.OPERATOR, WebHouse.PASSWORD);
        assertThat(byPassword.page("/operator/undelivered").body())
                .as("the same person by another way, who cannot confirm")
                .contains("Withdraw")
                .doesNotContain("Confirm<");
        byPassword.form(one + "/confirmations", "proposal", "5", "_csrf", byPassword.csrf("/operator/undelivered"));
        assertThat(cases.asked)
                .containsExactly(
                        WebHouse.OPERATOR + " proposes retry for " + FakeIntervene.REFERENCE,
                        WebHouse.OPERATOR + " confirms 5");

        PROVIDER.person = Map.of("sub", "subject-five");
        Client auditor = new Client(port);
        assertThat(through(auditor)).isEqualTo("/sign-in/done?as=AUDITOR");
        assertThat(auditor.page("/operator/undelivered").statusCode()).isEqualTo(200);
        assertThat(auditor.form(one + "/proposals", "measure", "retry", "_csrf", auditor.csrf("/operator/undelivered"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(location(new Client(port).signIn("five@gateway.example", "")))
                .contains("problem=wrong");
    }

    @Test
    void theAddressesThatItAddsAreThese() {
        assertThat(Addresses.of(application))
                .containsAll(Set.of("GET /sign-in/with/{provider}", "GET /sign-in/back/{provider}"));
        assertThat(client).isNotNull();
    }
}
