package org.sealpost.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Tell.News;
import org.sealpost.delivery.Tell.Notice;
import org.sealpost.submission.Locked;
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
    void aLockedFileIsSpokenOf() {
        assertThat(text(new News.InCustody(true)).body().replace("\n", " "))
                .contains(REFERENCE.value(), Locked.SENTENCE, "What happens next");
        assertThat(text(new News.InCustody(true)).body().lines()).allMatch(line -> line.length() <= 80);
        assertThat(text(new News.InCustody()).body()).doesNotContain("password");
    }

    /** Whoever is named as the sender may have nothing to do with it. */
    @Test
    void whatIsHeldBackIsSpokenOfNeutrally() {
        for (News news : new News[] {
            new News.Held(), new News.TurnedDown(new Refusal("not-from-sender", "We could not make sure."))
        }) {
            assertThat(text(news).body())
                    .contains("names this address as its sender", "phone")
                    .doesNotContain("the form you e-mailed", "the e-mail you sent", "not a referral");
        }
        assertThat(text(new News.TurnedDown(new Refusal("not-from-sender", "We could not make sure.")))
                        .body())
                .contains("We could not make sure.");
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
