package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is not delivered, for operators and for nobody else. */
class OperatorTest extends InTheWebHouse {
    private static final String LIST = "/operator/undelivered";
    private static final String ONE = LIST + "/" + FakeIntervene.REFERENCE;

    @Autowired
    FakeIntervene cases;

    @BeforeEach
    void forget() {
        cases.reset();
    }

    private int status(String path) throws Exception {
        return client.page(path).statusCode();
    }

    private int status(String who, String path) throws Exception {
        return client.send(client.to(path).header("Authorization", Client.basic(who, WebHouse.PASSWORD)))
                .statusCode();
    }

    @Test
    void partnersDoNotSeeItAndOperatorsSeeNothingElse() throws Exception {
        assertThat(client.page(LIST).headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in");
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        for (String path : new String[] {LIST, ONE + "/proof", ONE + "/note"}) {
            assertThat(status(path)).as(path).isEqualTo(403);
        }
        assertThat(status(WebHouse.WORKER, "/api/operator/undelivered")).isEqualTo(403);
        assertThat(cases.asked).isEmpty();

        client = new Client(port);
        HttpResponse<String> in = client.signIn(WebHouse.OPERATOR, WebHouse.PASSWORD);
        assertThat(in.headers().firstValue("Location")).contains(LIST);
        for (String path : new String[] {"/", "/submissions", "/submissions/" + FakeIntervene.REFERENCE}) {
            assertThat(status(path)).as(path).isEqualTo(403);
        }
        assertThat(status(WebHouse.OPERATOR, "/api/submissions/" + FakeIntervene.REFERENCE))
                .isEqualTo(403);
        HttpResponse<String> sent = client.send(client.to("/api/submissions")
                .header("Authorization", Client.basic(WebHouse.OPERATOR, WebHouse.PASSWORD))
                .header("Content-Type", "application/pdf")
                .POST(HttpRequest.BodyPublishers.ofString("%PDF")));
        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(useCases.arrivals).isEmpty();
    }

    @Test
    void thePageShowsTheCaseAndTakesBothStepsOfADecision() throws Exception {
        client.signIn(WebHouse.OPERATOR, WebHouse.PASSWORD);
        assertThat(client.page(LIST).body())
                .contains(
                        FakeIntervene.REFERENCE.value(),
                        "Overdue",
                        "Urgent",
                        "example-agency",
                        "Example Constabulary",
                        "The certificate for tea ends in 3 days",
                        "The broker did not take it, 3 times in a row (JMSException).")
                .doesNotContain("Confirm<");
        String csrf = client.csrf(LIST);
        HttpResponse<String> proposed = client.form(ONE + "/proposals", "measure", "give-up", "_csrf", csrf);
        assertThat(proposed.statusCode()).isEqualTo(303);
        assertThat(client.page(LIST).body())
                .contains("Somebody else has to confirm it", "Give it up", "Withdraw")
                .doesNotContain("Confirm<");
        assertThat(client.form(ONE + "/proposals", "measure", "give-up").statusCode())
                .isEqualTo(403);
        assertThat(client.form(ONE + "/proposals", "measure", "burn", "_csrf", csrf)
                        .statusCode())
                .isEqualTo(400);

        Client second = new Client(port);
        second.signIn(WebHouse.SECOND_OPERATOR, WebHouse.PASSWORD);
        assertThat(second.page(LIST).body()).contains("Confirm<", "Decline");
        second.form(ONE + "/confirmations", "proposal", "5", "_csrf", second.csrf(LIST));
        assertThat(second.page(LIST).body()).contains("This was not done", "You &lt;proposed&gt; it yourself.");
        second.form(ONE + "/drops", "proposal", "5", "_csrf", second.csrf(LIST));
        assertThat(cases.asked)
                .containsExactly(
                        WebHouse.OPERATOR + " proposes give-up for " + FakeIntervene.REFERENCE,
                        WebHouse.SECOND_OPERATOR + " confirms 5",
                        WebHouse.SECOND_OPERATOR + " drops 5");
    }

    @Test
    void theFilesForTheCourierAreDownloads() throws Exception {
        client.signIn(WebHouse.OPERATOR, WebHouse.PASSWORD);
        assertThat(client.form(ONE + "/envelope", "a", "b").statusCode()).isEqualTo(403);
        HttpResponse<String> envelope = client.form(ONE + "/envelope", "_csrf", client.csrf(LIST));
        assertThat(envelope.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + FakeIntervene.REFERENCE + ".p7m\"");
        assertThat(client.page(ONE + "/proof").body()).isEqualTo("a proof");
        assertThat(client.page(ONE + "/note").body()).isEqualTo("a note");
        assertThat(status(LIST + "/SP-0000-0000/note")).isEqualTo(404);
    }

    @Test
    void aReceiptIsBroughtByThePageOrByAProgram() throws Exception {
        client.signIn(WebHouse.OPERATOR, WebHouse.PASSWORD);
        client.send(client.upload(
                        "/operator/receipts",
                        new Client.Form()
                                .field("_csrf", client.csrf(LIST))
                                .file("receipt", "receipt.p7s", new byte[] {1, 2, 3}))
                .header("Accept", "text/html"));
        assertThat(client.page(LIST).body()).contains("The receipt is taken.");
        byte[] tooMuch = new byte[5_000_000];
        HttpResponse<String> huge = client.send(
                client.upload("/operator/receipts", new Client.Form().file("receipt", "receipt.p7s", tooMuch))
                        .header("Accept", "text/html"));
        assertThat(client.page(huge.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("larger than 1 MB together");
        HttpRequest.Builder wrong = client.to("/api/operator/receipts")
                .header("Authorization", Client.basic(WebHouse.OPERATOR, WebHouse.PASSWORD))
                .header("Content-Type", "application/pkcs7-signature")
                .POST(HttpRequest.BodyPublishers.ofString("rubbish"));
        HttpResponse<String> answer = client.send(wrong);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("not-a-receipt");
        assertThat(cases.asked).hasSize(2);
    }

    @Test
    void programsReadTheListPageByPage() throws Exception {
        HttpResponse<String> list = client.send(client.to("/api/operator/undelivered?most=1")
                .header("Authorization", Client.basic(WebHouse.OPERATOR, WebHouse.PASSWORD)));
        assertThat(list.body())
                .contains(
                        "\"waiting\":1,\"overdue\":1",
                        "\"reference\":\"" + FakeIntervene.REFERENCE + "\"",
                        "\"deadline\":\"2026-11-23T09:40:00Z\"",
                        "\"why\":{\"code\":\"broker-does-not-take-it\"",
                        "\"next\":7");
        HttpResponse<String> rest = client.send(client.to("/api/operator/undelivered?most=1&after=7")
                .header("Authorization", Client.basic(WebHouse.OPERATOR, WebHouse.PASSWORD)));
        assertThat(rest.body()).contains("\"submissions\":[]").doesNotContain("next");
    }
}
