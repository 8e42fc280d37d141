package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Legal holds, as operators see and set them. */
class HoldsPageTest extends InTheWebHouse {
    private static final String LIST = "/operator/holds";
    private static final String END = LIST + "/" + FakeIntervene.REFERENCE + "/end";

    @Autowired
    FakePreserve holds;

    @BeforeEach
    void forget() {
        holds.reset();
    }

    @Test
    void oneSetsAHoldAndAnotherConfirmsItsEnd() throws Exception {
        client.signIn(WebHouse.OPERATOR, WebHouse.PASSWORD);
        String csrf = client.csrf(LIST);
        client.form(LIST, "reference", FakeIntervene.REFERENCE.value(), "_csrf", csrf);
        assertThat(client.page(LIST).body())
                .contains("is kept until two of you end it", "Propose its end")
                .doesNotContain("End the hold");
        assertThat(client.form(END, "_csrf", csrf).statusCode()).isEqualTo(303);
        assertThat(client.page(LIST).body())
                .contains("proposed its end")
                .doesNotContain("Propose its end", "End the hold");

        Client other = new Client(port);
        other.signIn(WebHouse.SECOND_OPERATOR, WebHouse.PASSWORD);
        assertThat(other.page(LIST).body()).contains("End the hold");
        other.form(END + "/confirmation", "_csrf", other.csrf(LIST));
        assertThat(holds.asked)
                .containsExactly(
                        WebHouse.OPERATOR + " holds " + FakeIntervene.REFERENCE,
                        WebHouse.OPERATOR + " proposes the end of " + FakeIntervene.REFERENCE,
                        WebHouse.SECOND_OPERATOR + " ends " + FakeIntervene.REFERENCE);
    }

    @Test
    void whatCannotBeHeldIsSaidInASentence() throws Exception {
        client.signIn(WebHouse.OPERATOR, WebHouse.PASSWORD);
        client.form(LIST, "reference", "SP-0000-0000", "_csrf", client.csrf(LIST));
        assertThat(client.page(LIST).body()).contains("This was not done", "There is no &lt;submission&gt;");
        assertThat(client.form(LIST, "reference", "nonsense", "_csrf", client.csrf(LIST))
                        .statusCode())
                .isEqualTo(404);
    }
}
