package org.sealpost.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.envelope.ReceiptCertificate;
import org.sealpost.envelope.ReceiptIdentity;
import org.sealpost.envelope.ReceiptRefusedException;
import org.sealpost.envelope.ResendRequestSigner;
import org.sealpost.envelope.ResendRequestVerifier;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;

/** A force looks for gaps in its sequence, and asks for what is missing in its own name. */
class AskingTest {
    private static final ForceId FORCE = ExampleGateway.FORCE;
    private static final Path KEYS = Path.of("certs-example/forces/example-constabulary");

    private final Passing clock = new Passing();
    private final List<Bytes> sent = new ArrayList<>();
    private final StringWriter warnings = new StringWriter();
    private final Reporting reporting =
            new Reporting(new PrintWriter(new StringWriter()), new PrintWriter(warnings, true));
    private SortedSet<Long> missing = new TreeSet<>();

    private Asking asking() throws Exception {
        ResendRequestSigner signer = new ResendRequestSigner(
                ReceiptIdentity.load(KEYS.resolve("receipts.pem"), KEYS.resolve("receipts.key.pem")),
                Clock.systemUTC());
        return new Asking(FORCE, most -> missing, signer, clock);
    }

    private static ResendRequestVerifier verifier() throws Exception {
        return new ResendRequestVerifier(Map.of(FORCE, List.of(ReceiptCertificate.load(KEYS.resolve("receipts.pem")))));
    }

    private void lookEveryMinute(Asking asking, int minutes) throws Exception {
        for (int i = 0; i < minutes; i++) {
            asking.askWhereDue(sent::add, reporting);
            clock.now = clock.now.plus(Duration.ofMinutes(1));
        }
    }

    @Test
    void whatIsMissingForFiveMinutesIsAskedForAndAgainWithGrowingPauses() throws Exception {
        Asking asking = asking();
        missing = new TreeSet<>(List.of(3L, 5L));
        lookEveryMinute(asking, 5);
        assertThat(sent).isEmpty();
        lookEveryMinute(asking, 1);
        assertThat(sent).hasSize(1);
        assertThat(verifier().verify(sent.get(0), FORCE).numbers()).containsExactly(3L, 5L);
        assertThat(warnings.toString()).contains("2 have not come").contains("number 3");
        lookEveryMinute(asking, 24 * 60);
        assertThat(sent).hasSizeBetween(5, 12);
    }

    @Test
    void whatWasOnlyOvertakenIsNotAskedFor() throws Exception {
        Asking asking = asking();
        missing = new TreeSet<>(List.of(3L));
        lookEveryMinute(asking, 4);
        missing = new TreeSet<>();
        lookEveryMinute(asking, 60);
        missing = new TreeSet<>(List.of(3L));
        lookEveryMinute(asking, 4);
        assertThat(sent).isEmpty();
    }

    @Test
    void nobodyAsksInTheNameOfAnother() throws Exception {
        Asking asking = asking();
        missing = new TreeSet<>(List.of(1L));
        lookEveryMinute(asking, 6);
        ResendRequestVerifier verifier = verifier();
        byte[] request = sent.get(0).array();
        assertThat(verifier.looksLikeOne(sent.get(0))).isTrue();
        assertThatThrownBy(() -> verifier.verify(sent.get(0), new ForceId("another-force")))
                .isInstanceOf(ReceiptRefusedException.class);
        for (int i = 0; i < request.length; i++) {
            byte[] changed = request.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> verifier.verify(Bytes.of(changed), FORCE))
                    .as("byte %d", i)
                    .isInstanceOf(ReceiptRefusedException.class);
        }
    }

    @Test
    void theFolderKnowsWhatHasNotCome(@TempDir Path folder) throws Exception {
        ExampleGateway gateway = new ExampleGateway();
        Receiver receiver = ExampleGateway.receiver(folder);
        List<Incoming> messages = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            messages.add(gateway.send("number " + (i + 1)));
        }
        receiver.receive(messages.get(1));
        receiver.receive(messages.get(5));
        assertThat(receiver.missing(100)).containsExactly(1L, 3L, 4L, 5L);
        assertThat(ExampleGateway.receiver(folder).missing(2)).containsExactly(1L, 3L);
        receiver.receive(messages.get(0));
        assertThat(receiver.missing(100)).containsExactly(3L, 4L, 5L);
    }

    private static final class Passing extends Clock {
        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
