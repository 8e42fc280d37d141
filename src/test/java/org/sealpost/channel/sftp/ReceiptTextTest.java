package org.sealpost.channel.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Standing;
import org.sealpost.delivery.Tell;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Locked;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.SubmissionId;

/** The same words in the gateway's own {@code receipts/} and on a polled server. */
class ReceiptTextTest {
    private static final Reference REFERENCE = Reference.random(new SecureRandom());
    private static final PartnerId PARTNER = new PartnerId("example-agency");
    private static final Refusal WHY = new Refusal("unsafe", "It holds a virus.");

    private static String own(Standing standing) {
        return words(ReceiptText.of(new Inquire.Record(
                SubmissionId.random(),
                REFERENCE,
                PARTNER,
                new ForceId("example-constabulary"),
                Channel.SFTP,
                false,
                Instant.EPOCH,
                Optional.of(new ReturnAddress.ByDrop("form.pdf")),
                standing)));
    }

    private static String polled(Tell.News news) {
        return words(ReceiptText.of(new Tell.Notice(
                1,
                SubmissionId.random(),
                Optional.of(REFERENCE),
                PARTNER,
                new ReturnAddress.ByDrop("form.pdf"),
                news,
                Instant.EPOCH)));
    }

    private static String words(Bytes text) {
        return new String(text.array(), StandardCharsets.UTF_8);
    }

    @Test
    void aLockedFileIsSpokenOf() {
        String own = words(ReceiptText.of(new Inquire.Record(
                SubmissionId.random(),
                REFERENCE,
                PARTNER,
                new ForceId("example-constabulary"),
                Channel.SFTP,
                false,
                Instant.EPOCH,
                Optional.of(new ReturnAddress.ByDrop("form.pdf")),
                new Standing.Waiting(Instant.EPOCH),
                true)));
        assertThat(Stream.of(own, polled(new Tell.News.InCustody(true))))
                .allSatisfy(text -> assertThat(text).contains(Locked.SENTENCE, "(encrypted)"));
        assertThat(Stream.of(own(new Standing.Waiting(Instant.EPOCH)), polled(new Tell.News.InCustody())))
                .noneMatch(text -> text.contains("password"));
    }

    @Test
    void whatTheForceRefusesComesWithItsSentence() {
        assertThat(Stream.of(
                        own(new Standing.RefusedByForce(Instant.EPOCH, WHY)),
                        polled(new Tell.News.RefusedByForce(WHY))))
                .allSatisfy(text -> assertThat(text)
                        .contains(REFERENCE.value(), "could not take it", "It holds a virus. (unsafe)"));
    }

    @Test
    void whatIsGivenUpSaysWhatToDo() {
        assertThat(Stream.of(own(new Standing.GivenUp(Instant.EPOCH)), polled(new Tell.News.GivenUp())))
                .allSatisfy(text -> assertThat(text)
                        .contains(REFERENCE.value(), "has not signed", "phone the force", "send the form again"));
    }
}
