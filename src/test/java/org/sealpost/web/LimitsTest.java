package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.web.settings.Rates;
import org.sealpost.web.settings.SignIns;
import org.sealpost.web.settings.WebSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** How often something may be asked for, and how long a sign-in lasts. */
@SpringBootTest(
        classes = {WebHouse.class, LimitsTest.Tight.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "spring.main.banner-mode=off"})
class LimitsTest {
    private static final MovableClock CLOCK = new MovableClock();

    @LocalServerPort
    int port;

    @Autowired
    FakeAdmit useCases;

    private Client client = new Client(0);

    static class Tight {
        @Bean
        @Primary
        Clock movable() {
            return CLOCK;
        }

        @Bean
        @Primary
        WebSettings tight(WebSettings webSettings) {
            return new WebSettings(
                    webSettings.serviceName(),
                    webSettings.contact(),
                    webSettings.confirmedWithin(),
                    webSettings.accounts(),
                    webSettings.operators(),
                    webSettings.forceNames(),
                    webSettings.uploads(),
                    new SignIns(
                            Duration.ofSeconds(4),
                            Duration.ofMinutes(30),
                            webSettings.signIns().address(),
                            true,
                            webSettings.signIns().addresses(),
                            webSettings.signIns().providers()),
                    new Rates(3, 2, 2, 12),
                    webSettings.programs());
        }
    }

    @BeforeEach
    void anotherQuarterOfAnHour() {
        CLOCK.forward(Duration.ofMinutes(16));
        useCases.reset();
        client = new Client(port);
    }

    private HttpResponse<String> upload(String content) throws Exception {
        return client.send(client.to("/api/submissions")
                .header("Authorization", Client.basic(WebHouse.WORKER, WebHouse.PASSWORD))
                .header("Content-Type", "application/pdf")
                .POST(HttpRequest.BodyPublishers.ofString(content)));
    }

    private static void isTooOften(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")))
                .isBetween(1, 901);
    }

    @Test
    void uploadsOfOneProgram() throws Exception {
        assertThat(upload("%PDF1").statusCode()).isEqualTo(201);
        assertThat(upload("%PDF2").statusCode()).isEqualTo(201);
        HttpResponse<String> third = upload("%PDF3");
        isTooOften(third);
        assertThat(third.body()).contains("\"code\":\"too-many-requests\"");
        assertThat(useCases.arrivals).hasSize(2);
        HttpResponse<String> other = client.send(client.to("/api/submissions")
                .header("Authorization", Client.basic(WebHouse.OTHER, WebHouse.PASSWORD))
                .header("Content-Type", "application/pdf")
                .POST(HttpRequest.BodyPublishers.ofString("%PDF4")));
        assertThat(other.statusCode()).as("another's").isEqualTo(201);
        CLOCK.forward(Duration.ofMinutes(1));
        assertThat(upload("%PDF3").statusCode()).isEqualTo(201);
    }

    @Test
    void requestsOfOneProgramAndOfWhoIsNobody() throws Exception {
        for (int i = 0; i < 12; i++) {
            assertThat(client.ask("/api/certificates").statusCode()).isEqualTo(401);
        }
        isTooOften(client.ask("/api/certificates"));
        HttpResponse<String> known = client.send(client.to("/api/certificates")
                .header("Authorization", Client.basic(WebHouse.WORKER, WebHouse.PASSWORD)));
        assertThat(known.statusCode()).isEqualTo(200);
    }

    @Test
    void signInsFromOneAddress() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(client.signIn(WebHouse.WORKER, "wrong").statusCode()).isEqualTo(303);
        }
        HttpResponse<String> fourth = client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        isTooOften(fourth);
        assertThat(fourth.body()).contains("Wait a little");
    }

    @Test
    void linksFromOneAddress() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(client.form("/sign-in/link", "address", "x", "_csrf", client.csrf("/sign-in/link"))
                            .statusCode())
                    .isEqualTo(303);
        }
        isTooOften(client.form("/sign-in/link", "address", "x", "_csrf", client.csrf("/sign-in/link")));
        CLOCK.forward(Duration.ofMinutes(14));
        isTooOften(client.form("/sign-in/link", "address", "x", "_csrf", client.csrf("/sign-in/link")));
    }

    @Test
    void aSessionEndsHoweverBusyItIs() throws Exception {
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        CLOCK.forward(Duration.ofMinutes(29));
        assertThat(client.page("/").statusCode()).isEqualTo(200);
        CLOCK.forward(Duration.ofMinutes(1));
        assertThat(client.page("/").headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }

    @Test
    void aSessionEndsWhenNothingIsAsked() throws Exception {
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        assertThat(client.page("/").statusCode()).isEqualTo(200);
        Thread.sleep(4_300);
        assertThat(client.page("/").headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }

    @Test
    void aSessionThatSomebodyElseChoseIsNotTheOneThatIsSignedIn() throws Exception {
        client.page("/sign-in");
        String chosen = client.cookies.getCookieStore().getCookies().get(0).getValue();
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        HttpResponse<String> theirs =
                new Client(port).send(new Client(port).to("/").header("Cookie", "sealpost=" + chosen));
        assertThat(theirs.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
        String mine = client.cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("sealpost"))
                .findAny()
                .orElseThrow()
                .getValue();
        client.form("/sign-out", "_csrf", client.csrf("/"));
        HttpResponse<String> afterwards =
                new Client(port).send(new Client(port).to("/").header("Cookie", "sealpost=" + mine));
        assertThat(afterwards.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }
}
