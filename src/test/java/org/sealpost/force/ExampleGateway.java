package org.sealpost.force;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.envelope.CmsOpener;
import org.sealpost.envelope.CmsReceiptSigner;
import org.sealpost.envelope.CmsSealer;
import org.sealpost.envelope.ForceCertificate;
import org.sealpost.envelope.GatewayIdentity;
import org.sealpost.envelope.Opener;
import org.sealpost.envelope.OpeningIdentity;
import org.sealpost.envelope.ReceiptIdentity;
import org.sealpost.envelope.ReceiptSigner;
import org.sealpost.envelope.SealedEnvelope;
import org.sealpost.envelope.Sealer;
import org.sealpost.envelope.TrustedGateways;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.ExampleKeys;
import org.sealpost.ledger.LedgerInMemory;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.ledger.LedgerSigner;
import org.sealpost.ledger.Release;
import org.sealpost.ledger.SignedCheckpoint;
import org.sealpost.ledger.SignedLedger;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Original;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/** The gateway as a force sees it: seals, numbers and proves with the example keys, its ledger in memory. */
final class ExampleGateway {
    static final ForceId FORCE = new ForceId("example-constabulary");
    private static final Path CERTS = Path.of("certs-example");
    private static final Path FORCE_KEYS = CERTS.resolve("forces/example-constabulary");

    private final SignedLedger ledger;
    private final LedgerInMemory records = new LedgerInMemory();
    private final Sealer sealer;
    private final SecureRandom random = new SecureRandom();
    private long sequence;
    private @Nullable SignedCheckpoint seen;

    ExampleGateway() {
        LedgerSigner signer = ExampleKeys.ledgerSigner();
        ledger = new SignedLedger(signer);
        try {
            sealer = new CmsSealer(
                    GatewayIdentity.load(CERTS.resolve("gateway/signing.pem"), CERTS.resolve("gateway/signing.key.pem"))
                            .with(CERTS.resolve("gateway/signing-pq.pem"), CERTS.resolve("gateway/signing-pq.key.pem")),
                    Map.of(
                            FORCE,
                            ForceCertificate.load(
                                    FORCE_KEYS.resolve("encryption.pem"), FORCE_KEYS.resolve("encryption-pq.pem"))),
                    Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Opener opener() {
        try {
            return new CmsOpener(
                    FORCE,
                    List.of(OpeningIdentity.load(
                                    FORCE_KEYS.resolve("encryption.pem"), FORCE_KEYS.resolve("encryption.key.pem"))
                            .with(
                                    FORCE_KEYS.resolve("encryption-pq.pem"),
                                    FORCE_KEYS.resolve("encryption-pq.key.pem"))),
                    TrustedGateways.load(
                            List.of(CERTS.resolve("gateway/signing.pem"), CERTS.resolve("gateway/signing-pq.pem"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReceiptSigner receiptSigner() {
        try {
            return new CmsReceiptSigner(
                    ReceiptIdentity.load(FORCE_KEYS.resolve("receipts.pem"), FORCE_KEYS.resolve("receipts.key.pem")),
                    Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Receiver receiver(Path folder, SubmissionFolder.Steps steps) throws IOException {
        return new Receiver(
                FORCE,
                opener(),
                ExampleKeys.ledgerKey(),
                receiptSigner(),
                Optional.of(ExampleKeys.witnessSigner()),
                folder,
                steps);
    }

    static Receiver receiver(Path folder) throws IOException {
        return receiver(folder, step -> {});
    }

    static Original original(String name, String text) {
        return new Original(name, Optional.empty(), Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    Reference reference() {
        return Reference.random(random);
    }

    SealedEnvelope seal(Reference reference, Original... originals) {
        return sealer.seal(
                SubmissionId.random(),
                reference,
                new PartnerId("example-agency"),
                FORCE,
                Bytes.of("{\"data\":{\"type\":\"incident\",\"attributes\":{\"urgent\":true}}}"
                        .getBytes(StandardCharsets.UTF_8)),
                List.of(originals));
    }

    /** Seals, releases and proves. */
    Incoming send(Reference reference, Original... originals) {
        SealedEnvelope sealed = seal(reference, originals);
        return new Incoming(
                sealed.der(), Optional.of(release(FORCE, sealed.context().id(), sealed.digest())));
    }

    Incoming send(String text) {
        return send(reference(), original("form.txt", text));
    }

    /** Releases under the next number and proves it. */
    String release(ForceId force, SubmissionId id, Sha256 envelope) {
        return prove(new Release(force, ++sequence, id, envelope).entry(Instant.now()));
    }

    String prove(Entry entry) {
        return proveAgain(ledger.append(records, List.of(entry)));
    }

    /** The proof of an older entry, led to the newest head. */
    String proveAgain(long index) {
        return seen == null
                ? ledger.prove(records, index).text()
                : ledger.proveSince(records, index, seen).text();
    }

    /** From now on it proves that its ledger continues that. */
    void heard(String checkpoint) throws LedgerRefusedException {
        seen = SignedCheckpoint.parse(checkpoint);
    }

    void skipNumbers(long count) {
        sequence += count;
    }
}
