package org.sealpost.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Escalate;
import org.sealpost.delivery.Inquire;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Reference;

class OperatorMailTest {
    private static final Reference REFERENCE = Reference.random(new java.security.SecureRandom());
    private static final Escalate.Call CALL = new Escalate.Call(
            List.of(new Escalate.Late(
                    REFERENCE,
                    new ForceId("example-constabulary"),
                    true,
                    Instant.parse("2026-11-23T08:15:00Z"),
                    Instant.parse("2026-11-23T08:25:00Z"))),
            new Inquire.Backlog(5, 3, Optional.of(Instant.parse("2026-11-23T09:30:00Z"))));

    @Test
    void theOperatorReadsWhichHowManyAndSinceWhen() throws Exception {
        try (MailServers servers = new MailServers()) {
            new OperatorMail(
                            ReplySettings.by(servers.smtp(), "sealpost@gateway.example"),
                            "Duty officer",
                            MailServers.ADDRESS)
                    .call(CALL);
            assertThat(servers.subjects("INBOX"))
                    .containsExactly("Sealpost: 3 overdue, the police have not signed for them");
            assertThat(servers.greenMail().getReceivedMessages()[0].getContent().toString())
                    .contains(
                            "Duty officer", REFERENCE.value(), "2026-11-23T08:15:00Z, URGENT", "2026-11-23T09:30:00Z");
        }
    }

    @Test
    void whatIsHeldBackIsCalledThat() throws Exception {
        Instant since = Instant.parse("2026-11-23T08:15:00Z");
        Escalate.Late late =
                new Escalate.Late(REFERENCE, new ForceId("example-constabulary"), false, since, since, true);
        try (MailServers servers = new MailServers()) {
            new OperatorMail(ReplySettings.by(servers.smtp(), "sealpost@gateway.example"), "", MailServers.ADDRESS)
                    .call(new Escalate.Call(List.of(late), CALL.backlog()));
            assertThat(servers.subjects("INBOX"))
                    .containsExactly("Sealpost: 3 overdue, some held back until a person decides");
            assertThat(servers.greenMail().getReceivedMessages()[0].getContent().toString())
                    .contains(REFERENCE.value(), "HELD BACK", "/operator/held", "bin/sealpost held");
        }
    }

    @Test
    void aServerThatIsAwayIsAFault() throws Exception {
        MailServer gone;
        try (MailServers servers = new MailServers()) {
            gone = servers.smtp();
        }
        OperatorMail mail =
                new OperatorMail(ReplySettings.by(gone, "sealpost@gateway.example"), "", MailServers.ADDRESS);
        assertThatThrownBy(() -> mail.call(CALL)).isInstanceOf(IllegalStateException.class);
    }
}
