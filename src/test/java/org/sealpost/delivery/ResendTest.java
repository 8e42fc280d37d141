package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.envelope.ReceiptCertificate;
import org.sealpost.envelope.ReceiptIdentity;
import org.sealpost.envelope.ResendRequest;
import org.sealpost.envelope.ResendRequestSigner;
import org.sealpost.envelope.ResendRequestVerifier;
import org.sealpost.ledger.ExampleKeys;
import org.sealpost.ledger.SignedLedger;
import org.sealpost.store.Database;
import org.sealpost.store.TestDatabases;
import org.sealpost.submission.Bytes;

/** A force asks for what it lacks. */
class ResendTest {
    private static final Path KEYS = Path.of("certs-example/forces/example-constabulary");

    private final Gateway gateway;
    private final Resend resend;

    ResendTest(@TempDir Path folder) throws Exception {
        gateway = new Gateway(Database.open(TestDatabases.sqlite(folder)));
        resend = new ResendOnRequest(
                gateway.custody,
                new SignedLedger(ExampleKeys.ledgerSigner()),
                new ResendRequestVerifier(
                        Map.of(Gateway.FORCE, List.of(ReceiptCertificate.load(KEYS.resolve("receipts.pem"))))),
                gateway.clock);
    }

    @AfterEach
    void close() {
        gateway.database.close();
    }

    private Bytes request(Collection<Long> numbers) throws Exception {
        return new ResendRequestSigner(
                        ReceiptIdentity.load(KEYS.resolve("receipts.pem"), KEYS.resolve("receipts.key.pem")),
                        Clock.systemUTC())
                .sign(new ResendRequest(Gateway.FORCE, new TreeSet<>(numbers)));
    }

    private Admitted sent(String form) {
        Admitted admitted = gateway.admitted(gateway.web(form));
        gateway.dispatch.due().forEach(gateway.dispatch::sent);
        return admitted;
    }

    @Test
    void whatIsOutstandingIsSentAgainAtOnceAndAskingTwiceInOneBreathDoesNoMore() throws Exception {
        Admitted one = sent("one");
        Admitted two = sent("two");
        assertThat(gateway.dispatch.due()).isEmpty();
        Bytes request = request(List.of(2L));

        assertThat(resend.looksLikeOne(request)).isTrue();
        assertThat(resend.request(Gateway.FORCE, request)).isEqualTo(1);

        assertThat(gateway.dispatch.due())
                .singleElement()
                .satisfies(c -> assertThat(c.id()).isEqualTo(two.id()))
                .satisfies(c -> assertThat(c.attempt()).isEqualTo(2));
        assertThat(resend.request(Gateway.FORCE, request)).isZero();
        assertThat(gateway.events()).containsOnlyOnce("asked-for");
        assertThat(gateway.standing(one)).isInstanceOf(Standing.Sent.class);
    }

    @Test
    void whatTheForceHasSignedForIsNotSentAgainAndStandsInTheLedger() throws Exception {
        gateway.accepted(sent("one"));
        assertThat(resend.request(Gateway.FORCE, request(List.of(1L, 99L)))).isZero();
        assertThat(gateway.dispatch.due()).isEmpty();
        assertThat(gateway.events()).containsOnlyOnce("asked-for");
    }

    @Test
    void whatTheForceHasNotSignedIsNoRequest() throws Exception {
        sent("one");
        byte[] forged = request(List.of(1L)).array();
        forged[forged.length - 1] ^= 1;
        assertThat(resend.request(Gateway.FORCE, Bytes.of(forged))).isZero();
        assertThat(resend.looksLikeOne(
                        Fakes.Verifier.accepted(Gateway.FORCE, sent("two").id())))
                .isFalse();
        assertThat(gateway.dispatch.due()).isEmpty();
        assertThat(gateway.events()).doesNotContain("asked-for");
    }
}
