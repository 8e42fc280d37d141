package org.sealpost.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignInMailTest {
    private static final String LINK = "https://sealpost.example/sign-in/link/open?token=abc_-";

    @Test
    void theLetterHasTheLinkOnALineOfItsOwn() throws Exception {
        try (MailServers servers = new MailServers()) {
            new SignInMail(ReplySettings.by(servers.smtp(), "sealpost@gateway.example"))
                    .send(MailServers.ADDRESS, LINK);
            var letter = servers.greenMail().getReceivedMessages()[0];
            assertThat(letter.getSubject()).startsWith("Your link to sign in to ");
            assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(letter.getContent().toString().lines()).contains(LINK);
            assertThat(letter.getContent().toString())
                    .contains("works once", "15 minutes")
                    .doesNotContain("NAME");
        }
    }

    @Test
    void aServerThatIsAwayIsAFault() throws Exception {
        MailServer gone;
        try (MailServers servers = new MailServers()) {
            gone = servers.smtp();
        }
        SignInMail mail = new SignInMail(ReplySettings.by(gone, "sealpost@gateway.example"));
        assertThatThrownBy(() -> mail.send(MailServers.ADDRESS, LINK)).isInstanceOf(IllegalStateException.class);
    }
}
