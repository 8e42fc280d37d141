package org.sealpost.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.store.Database;
import org.sealpost.store.TestDatabases;
import org.sealpost.submission.Refusal;

/** Once a day everything that arrived is held against everything that was signed for. */
class ReconcileTest {
    private final Gateway gateway;

    ReconcileTest(@TempDir Path folder) {
        gateway = new Gateway(Database.open(TestDatabases.sqlite(folder)));
    }

    @AfterEach
    void close() {
        gateway.database.close();
    }

    private String certificate(long number) {
        return new String(
                gateway.reconcile
                        .signed(number, Gateway.PARTNER, Gateway.FORCE)
                        .orElseThrow()
                        .array(),
                UTF_8);
    }

    @Test
    void whatArrivedIsSignedForOrIsNamed() {
        Admitted delivered = gateway.admitted(gateway.mail("one"));
        Admitted waiting = gateway.admitted(gateway.web("two"));
        gateway.admitted(gateway.web("two"));
        gateway.admit.refuse(gateway.drop("three"), new Refusal("too-large", "It is too large."));
        gateway.accepted(delivered);
        assertThat(gateway.reconcile.reconcileDue()).isZero();

        gateway.clock.pass(Duration.ofDays(1));

        assertThat(gateway.reconcile.reconcileDue()).isEqualTo(1);
        String text = certificate(1);
        assertThat(text)
                .contains("ARRIVED: 4; admitted 2; refused 1; repeated 1\n")
                .contains(" admitted " + delivered.reference() + " email imap/7/77\n")
                .contains(" repeated " + waiting.reference() + " web upload/")
                .contains(" refused - sftp file/")
                .contains(" too-large\n")
                .contains("SIGNED FOR OR ENDED OTHERWISE: 1\n")
                .contains(" delivered " + delivered.reference() + " sequence 1 receipt ")
                .contains("WITHOUT A RECEIPT: 1\n" + waiting.reference() + " sequence 2 since ");
        assertThat(gateway.reconcile.certificates(Optional.empty(), 10))
                .singleElement()
                .satisfies(of -> assertThat(of.number()).isEqualTo(1));
        assertThat(gateway.events()).endsWith("reconciled");
    }

    @Test
    void ofAnEmptyLedgerThereIsNothingToCertify() {
        assertThat(gateway.reconcile.reconcileDue()).isZero();
        assertThat(gateway.reconcile.certificates(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void noEntryIsLeftOutOrCountedTwiceAndAGapIsNamedUntilItIsClosed() {
        Admitted first = gateway.admitted(gateway.mail("one"));
        gateway.clock.pass(Duration.ofDays(1));
        assertThat(gateway.reconcile.reconcileDue()).isEqualTo(1);
        assertThat(gateway.reconcile.reconcileDue()).isZero();

        gateway.clock.pass(Duration.ofDays(1));
        assertThat(gateway.reconcile.reconcileDue()).isEqualTo(1);
        assertThat(certificate(2)).contains("ARRIVED: 0\n").contains("WITHOUT A RECEIPT: 1\n" + first.reference());

        gateway.accepted(first);
        gateway.clock.pass(Duration.ofDays(1));
        gateway.reconcile.reconcileDue();
        assertThat(certificate(3)).contains(" delivered " + first.reference()).contains("WITHOUT A RECEIPT: 0\n");

        gateway.clock.pass(Duration.ofDays(1));
        assertThat(gateway.reconcile.reconcileDue()).isZero();
    }

    @Test
    void aFaultOfTheStoreLosesNoStretch() {
        gateway.admitted(gateway.mail("one"));
        gateway.clock.pass(Duration.ofDays(1));
        gateway.custody.failNext(FaultyCustody.Fault.AFTER_THE_COMMIT);
        assertThatThrownBy(gateway.reconcile::reconcileDue).isInstanceOf(RuntimeException.class);
        assertThat(gateway.reconcile.reconcileDue()).isZero();
        assertThat(gateway.reconcile.certificates(Optional.of(Gateway.PARTNER), 10))
                .hasSize(1);
        assertThat(List.of(gateway.events().toArray())).containsOnlyOnce("reconciled");
    }

    @Test
    void aPartnerFindsItsOwnFileByTheKeyInItsCertificate() throws Exception {
        gateway.admitted(gateway.drop("the very bytes"));
        gateway.clock.pass(Duration.ofDays(1));
        gateway.reconcile.reconcileDue();
        String text = certificate(1);

        String key = text.lines()
                .filter(line -> line.startsWith("Key of files: "))
                .findFirst()
                .orElseThrow()
                .substring("Key of files: ".length());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
        String path = "form.pdf\n" + Fakes.bytes("the very bytes").sha256();
        String found = HexFormat.of().formatHex(mac.doFinal(path.getBytes(StandardCharsets.UTF_8)));

        assertThat(text).contains(" sftp file/" + found + "\n").doesNotContain("form.pdf");
    }
}
