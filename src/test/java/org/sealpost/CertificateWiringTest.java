package org.sealpost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The end of every configured certificate is watched. */
class CertificateWiringTest {
    private static final String FORCE = "example-constabulary";

    @Test
    void everyCertificateThatIsSealedToOrSignedByIsWatched() throws Exception {
        Configured configured = Configured.with(Map.of(
                "sealpost.forces." + FORCE + ".source-certificate", "source.pem",
                "sealpost.forces." + FORCE + ".source-post-quantum-certificate", "source-pq.pem"));
        assertThat(CertificateWiring.watched(configured.settings(), configured.environment()))
                .containsOnlyKeys(
                        "signing by the gateway",
                        "post-quantum signing by the gateway",
                        "sealing to " + FORCE,
                        "post-quantum sealing to " + FORCE,
                        "sealing the source to " + FORCE,
                        "post-quantum sealing of the source to " + FORCE,
                        "receipts of " + FORCE);
    }
}
