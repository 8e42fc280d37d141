package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.delivery.Dispatch.Consignment;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.ExampleKeys;
import org.sealpost.ledger.LedgerInMemory;
import org.sealpost.ledger.ReleaseProof;
import org.sealpost.ledger.SignedCheckpoint;
import org.sealpost.ledger.SignedLedger;
import org.sealpost.store.Database;
import org.sealpost.store.TestDatabases;

/** What a force says that it has seen of the ledger, and what travels to it because of that. */
class WitnessTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Gateway gateway;

    WitnessTest(@TempDir Path folder) {
        gateway = new Gateway(Database.open(TestDatabases.sqlite(folder)));
    }

    @AfterEach
    void close() {
        gateway.database.close();
    }

    private ReleaseProof sent(String form) throws Exception {
        Admitted admitted = gateway.admitted(gateway.mail(form));
        Consignment consignment = gateway.dispatch.due().stream()
                .filter(c -> c.id().equals(admitted.id()))
                .findFirst()
                .orElseThrow();
        gateway.dispatch.sent(consignment);
        return ReleaseProof.parse(consignment.proof());
    }

    private Settle.Settlement receipted(String form, String seen) {
        Admitted admitted = gateway.admitted(gateway.mail(form));
        return gateway.settle.settle(Gateway.FORCE, Fakes.Verifier.accepted(Gateway.FORCE, admitted.id(), seen));
    }

    private static String cosigned(SignedCheckpoint checkpoint) {
        return ExampleKeys.witnessSigner().cosign(checkpoint, NOON).text();
    }

    @Test
    void anEnvelopeTravelsWithTheProofThatTheLedgerGrewFromWhatWasSeen() throws Exception {
        ReleaseProof first = sent("first");
        assertThat(first.continued()).isEmpty();
        var seen = first.checkpoint().verify(ExampleKeys.ledgerKey());

        receipted("second", first.checkpoint().text());
        ReleaseProof third = sent("third");

        assertThat(third.continued()).hasValue(seen.size());
        assertThat(third.continues(seen.root())).isTrue();
        assertThat(third.checkpoint().verify(ExampleKeys.ledgerKey()).size()).isGreaterThan(seen.size());
        assertThat(third.continues(
                        third.checkpoint().verify(ExampleKeys.ledgerKey()).root()))
                .isFalse();
    }

    @Test
    void aForceThatCosignsGoesOnFromWhatItHasCosigned() throws Exception {
        ReleaseProof first = sent("first");
        receipted("second", cosigned(first.checkpoint()));
        ReleaseProof third = sent("third");
        receipted("fourth", third.checkpoint().text());

        assertThat(sent("fifth").continued())
                .hasValue(first.checkpoint().verify(ExampleKeys.ledgerKey()).size());

        receipted("sixth", cosigned(third.checkpoint()));
        assertThat(sent("seventh").continued())
                .hasValue(third.checkpoint().verify(ExampleKeys.ledgerKey()).size());
    }

    @Test
    void aCosignedCheckpointThatIsHeardLateIsBetterThanABareNewerOne() throws Exception {
        ReleaseProof first = sent("first");
        ReleaseProof second = sent("second");
        receipted("third", second.checkpoint().text());
        receipted("fourth", cosigned(first.checkpoint()));

        assertThat(sent("fifth").continued())
                .hasValue(first.checkpoint().verify(ExampleKeys.ledgerKey()).size());
    }

    @Test
    void aSenderKeepsAProofThatTheForceHasCosigned() throws Exception {
        Admitted admitted = gateway.admitted(gateway.mail("a form"));
        ReleaseProof before = ReleaseProof.parse(
                gateway.inquire.proof(Gateway.PARTNER, admitted.reference()).orElseThrow());
        assertThat(before.checkpoint().isCosigned()).isFalse();

        receipted("another", cosigned(sent("one more").checkpoint()));

        ReleaseProof proof = ReleaseProof.parse(
                gateway.inquire.proof(Gateway.PARTNER, admitted.reference()).orElseThrow());
        proof.verify(ExampleKeys.ledgerKey());
        assertThat(proof.checkpoint().cosignedAt(ExampleKeys.witnessKey())).isEqualTo(NOON);
    }

    @Test
    void whatContradictsTheLedgerIsInItAndTheSubmissionIsDeliveredAllTheSame() throws Exception {
        ReleaseProof first = sent("first");
        for (String contradiction : List.of(anotherLedgers(1), anotherLedgers(1000), "nonsense", forged(first))) {
            assertThat(receipted("with " + contradiction, contradiction)).isEqualTo(Settle.Settlement.DELIVERED);
        }
        assertThat(gateway.events().stream().filter("witness-refused"::equals)).hasSize(4);
        assertThat(sent("last").continued()).isEmpty();
    }

    /** Signed with this ledger's key, with another history. */
    private static String anotherLedgers(int entries) {
        LedgerInMemory other = new LedgerInMemory();
        new SignedLedger(ExampleKeys.ledgerSigner())
                .append(other, Collections.nCopies(entries, Entry.of("other", NOON, Map.of())));
        return other.newestCheckpoint().orElseThrow();
    }

    /** The cosignature of another checkpoint. */
    private static String forged(ReleaseProof proof) throws Exception {
        String other = cosigned(SignedCheckpoint.parse(anotherLedgers(1)));
        return proof.checkpoint().text() + other.substring(other.lastIndexOf("\n", other.length() - 2) + 1);
    }
}
