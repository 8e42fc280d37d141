package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is held back, for operators and for nobody else. */
class HeldPagesTest extends InTheWebHouse {
    private static final String LIST = "/operator/held";
    private static final String ONE = LIST + "/" + FakeIntervene.REFERENCE;

    @Autowired
    FakeIntervene cases;

    @BeforeEach
    void forget() {
        cases.reset();
    }

    @Test
    void anOperatorSeesWhyAndReleasesOrRefuses() throws Exception {
        client.signIn(WebHouse.OPERATOR, WebHouse.PASSWORD);
        assertThat(client.page(LIST).body())
                .contains(
                        FakeIntervene.REFERENCE.value(),
                        "Overdue",
                        "Urgent",
                        "example-agency",
                        "No DKIM signature of the sender&#39;s domain verifies.");
        String csrf = client.csrf(LIST);
        assertThat(client.form(ONE + "/release", "_csrf", csrf).statusCode()).isEqualTo(303);
        assertThat(client.page(LIST).body()).contains("is released and goes to the police");
        client.form(ONE + "/refusal", "reason", "not-a-form", "_csrf", csrf);
        assertThat(client.page(LIST).body()).contains("This was not done", "Nothing of this &lt;reference&gt;");
        client.form(LIST + "/release", "reference", FakeIntervene.REFERENCE.value(), "_csrf", csrf);
        assertThat(client.form(ONE + "/refusal", "reason", "burn", "_csrf", csrf)
                        .statusCode())
                .isEqualTo(400);
        assertThat(cases.asked)
                .containsExactly(
                        WebHouse.OPERATOR + " releases " + FakeIntervene.REFERENCE + " by page",
                        WebHouse.OPERATOR + " refuses " + FakeIntervene.REFERENCE + " by page: not-a-form",
                        WebHouse.OPERATOR + " releases " + FakeIntervene.REFERENCE + " by page");
    }

    @Test
    void nobodyElseSeesOrDecides() throws Exception {
        assertThat(client.page(LIST).headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in");
        client.signIn(WebHouse.WORKER, WebHouse.PASSWORD);
        assertThat(client.page(LIST).statusCode()).isEqualTo(403);
        String csrf = client.csrf("/");
        assertThat(client.form(ONE + "/release", "_csrf", csrf).statusCode()).isEqualTo(403);
        assertThat(client.send(client.to("/api/operator/held")
                                .header("Authorization", Client.basic(WebHouse.WORKER, WebHouse.PASSWORD)))
                        .statusCode())
                .isEqualTo(403);

        client = new Client(port);
        client.signIn(WebHouse.OPERATOR, WebHouse.PASSWORD);
        assertThat(client.form(ONE + "/release", "a", "b").statusCode()).isEqualTo(403);
        assertThat(cases.asked).isEmpty();
    }

    @Test
    void programsReadTheList() throws Exception {
        HttpResponse<String> answer = client.send(client.to("/api/operator/held?most=1")
                .header("Authorization", Client.basic(WebHouse.OPERATOR, WebHouse.PASSWORD)));
        assertThat(answer.body())
                .contains(
                        "\"reference\":\"" + FakeIntervene.REFERENCE + "\"",
                        "\"doubts\":[\"dkim-missing\"]",
                        "\"next\":9");
    }
}
