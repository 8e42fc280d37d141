package org.sealpost.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Tell.News;
import org.sealpost.delivery.Tell.Notice;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.SubmissionId;

/** A sender whose form is not with the police reads why, and what to do now. */
class ReplyTextTest {
    private static final Reference REFERENCE = Reference.random(new SecureRandom());

    private static ReplyText text(News news) {
        return ReplyText.of(new Notice(
                1,
                SubmissionId.random(),
                Optional.of(REFERENCE),
                new PartnerId("example-agency"),
                new ReturnAddress.ByMail("a@agency.example", ""),
                news,
                Instant.EPOCH));
    }

    @Test
    void whatTheForceRefusesComesWithItsSentence() {
        assertThat(text(new News.RefusedByForce(new Refusal("unsafe", "It holds a virus.")))
                        .body())
                .contains(REFERENCE.value(), "It holds a virus.", "What to do now");
    }

    @Test
    void whatIsGivenUpIsNotCalledDelivered() {
        ReplyText text = text(new News.GivenUp());
        assertThat(text.subject()).contains("have not confirmed", REFERENCE.value());
        assertThat(text.body())
                .contains(REFERENCE.value(), "have not signed", "phone the police", "send the form again")
                .doesNotContain("The police have the form");
    }
}
