package org.sealpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sealpost.channel.mail.MailServer;
import org.sealpost.channel.mail.ReplySettings;
import org.sealpost.delivery.Deadlines;
import org.sealpost.delivery.Escalate;
import org.sealpost.submission.ForceId;

/** What people configure of deadlines and calls, as it is bound. */
class OverdueWiringTest {
    private static final ForceId FORCE = new ForceId("example-constabulary");
    private static final ReplySettings MAIL = ReplySettings.by(
            new MailServer("127.0.0.1", 25, MailServer.Protection.NONE, "", "", Duration.ofSeconds(1)),
            "sealpost@gateway.example");

    private static Settings settings(Map<String, String> more) throws Exception {
        return Configured.with(more).settings();
    }

    @Test
    void aForceHasItsOwnDeadlinesOrTheUsualOnes() throws Exception {
        Deadlines deadlines = DeliveryWiring.deadlinesOf(
                settings(Map.of("sealpost.forces.example-constabulary.urgent-overdue-after", "3m")));
        assertThat(deadlines.of(FORCE, true)).isEqualTo(Duration.ofMinutes(3));
        assertThat(deadlines.of(FORCE, false)).isEqualTo(Duration.ofHours(1));
        assertThat(deadlines.of(new ForceId("other-force"), true)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void everybodyWhoIsConfiguredStandsOnTheLadder() throws Exception {
        List<Escalate.Rung> ladder = OverdueWiring.ladder(
                settings(Map.of(
                        "sealpost.operator.name", "Duty officer",
                        "sealpost.operator.mail", "duty@gateway.example",
                        "sealpost.operator.hook", "https://hook.example/",
                        "sealpost.operator.hook-secret", "an invented secret",
                        "sealpost.operator.then[0].name", "Head of service",
                        "sealpost.operator.then[0].mail", "head@gateway.example",
                        "sealpost.operator.then[0].after", "2h",
                        "sealpost.forces.example-constabulary.contact.mail", "desk@constabulary.example")),
                MAIL);
        assertThat(ladder)
                .extracting(r ->
                        r.key() + ", " + r.person().name() + ", " + r.after().toMinutes() + ", "
                                + r.force().map(ForceId::value).orElse("all"))
                .containsExactly(
                        "operator e-mail, Duty officer, 0, all",
                        "operator hook, Duty officer, 0, all",
                        "then 1 e-mail, Head of service, 120, all",
                        "contact e-mail, , 0, example-constabulary");
    }

    @Test
    void whereNobodyIsConfiguredItIsTheLog() throws Exception {
        assertThat(OverdueWiring.ladder(settings(Map.of()), MAIL))
                .extracting(Escalate.Rung::key)
                .containsExactly("operator log");
    }

    @Test
    void whoCannotBeCalledKeepsTheGatewayFromStarting() throws Exception {
        Settings settings = settings(Map.of("sealpost.operator.then[0].hook", "http://hook.example/"));
        assertThatThrownBy(() -> OverdueWiring.ladder(settings, MAIL))
                .isInstanceOf(RefusedToStartException.class)
                .hasMessageContaining("sealpost.operator.then[0] cannot be used");
    }
}
