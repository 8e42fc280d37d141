package org.sealpost.envelope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Original;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** The example keys, and something small sealed with them. */
final class Example {
    static final Path CERTS = Path.of("certs-example");
    static final Path FORCE_FILES = CERTS.resolve("forces/example-constabulary");
    static final ForceId FORCE = new ForceId("example-constabulary");
    static final PartnerId PARTNER = new PartnerId("example-agency");
    static final Bytes JSON = bytes("{\"data\":{\"type\":\"incident\"}}");

    private Example() {}

    static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Original original(String name, String text) {
        return new Original(name, Optional.of("text/plain"), bytes(text));
    }

    static GatewayIdentity gateway() {
        try {
            return GatewayIdentity.load(CERTS.resolve("gateway/signing.pem"), CERTS.resolve("gateway/signing.key.pem"))
                    .with(CERTS.resolve("gateway/signing-pq.pem"), CERTS.resolve("gateway/signing-pq.key.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OpeningIdentity opening() {
        try {
            return classicalOpening()
                    .with(FORCE_FILES.resolve("encryption-pq.pem"), FORCE_FILES.resolve("encryption-pq.key.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a force that has no post-quantum key. */
    static OpeningIdentity classicalOpening() {
        try {
            return OpeningIdentity.load(
                    FORCE_FILES.resolve("encryption.pem"), FORCE_FILES.resolve("encryption.key.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ForceCertificate classicalCertificate() {
        try {
            return ForceCertificate.load(FORCE_FILES.resolve("encryption.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ForceCertificate certificate() {
        try {
            return ForceCertificate.load(
                    FORCE_FILES.resolve("encryption.pem"), FORCE_FILES.resolve("encryption-pq.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TrustedGateways trusted() {
        try {
            return TrustedGateways.load(
                    List.of(CERTS.resolve("gateway/signing.pem"), CERTS.resolve("gateway/signing-pq.pem")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReceiptSigner receiptSigner() {
        try {
            return new CmsReceiptSigner(
                    ReceiptIdentity.load(FORCE_FILES.resolve("receipts.pem"), FORCE_FILES.resolve("receipts.key.pem")),
                    Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReceiptVerifier receiptVerifier() {
        try {
            return new CmsReceiptVerifier(
                    Map.of(FORCE, List.of(ReceiptCertificate.load(FORCE_FILES.resolve("receipts.pem")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sealer sealer() {
        return new CmsSealer(gateway(), Map.of(FORCE, certificate()), Clock.systemUTC());
    }

    static Opener opener() {
        return new CmsOpener(FORCE, List.of(opening()), trusted());
    }

    static Sealer classicalSealer() {
        return new CmsSealer(gateway(), Map.of(FORCE, classicalCertificate()), Clock.systemUTC());
    }

    static Opener classicalOpener() {
        return new CmsOpener(FORCE, List.of(classicalOpening()), trusted());
    }

    static SealedEnvelope seal(Sealer sealer, List<Original> originals) {
        return sealer.seal(
                SubmissionId.random(), Reference.random(new SecureRandom()), PARTNER, FORCE, JSON, originals);
    }

    static SealedEnvelope sealed() {
        return seal(sealer(), List.of(original("form.txt", "what was seen")));
    }

    static SealedEnvelope classicallySealed() {
        return seal(classicalSealer(), List.of(original("form.txt", "what was seen")));
    }
}
