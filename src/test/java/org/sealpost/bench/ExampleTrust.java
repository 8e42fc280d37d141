package org.sealpost.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.sealpost.envelope.CmsSealer;
import org.sealpost.envelope.ForceCertificate;
import org.sealpost.envelope.GatewayIdentity;
import org.sealpost.envelope.Sealer;
import org.sealpost.submission.ForceId;

/** The example configuration's keys. */
final class ExampleTrust {
    static final ForceId FORCE = new ForceId("example-constabulary");
    private static final Path CERTIFICATES = Path.of("certs-example");

    private ExampleTrust() {}

    static Sealer sealer() throws IOException {
        return new CmsSealer(
                GatewayIdentity.load(
                                CERTIFICATES.resolve("gateway/signing.pem"),
                                CERTIFICATES.resolve("gateway/signing.key.pem"))
                        .with(
                                CERTIFICATES.resolve("gateway/signing-pq.pem"),
                                CERTIFICATES.resolve("gateway/signing-pq.key.pem")),
                Map.of(
                        FORCE,
                        ForceCertificate.load(
                                CERTIFICATES.resolve("forces/example-constabulary/encryption.pem"),
                                CERTIFICATES.resolve("forces/example-constabulary/encryption-pq.pem"))),
                Clock.systemUTC());
    }
}
