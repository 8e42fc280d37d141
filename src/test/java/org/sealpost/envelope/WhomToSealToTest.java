package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.submission.ForceId;

/** Nothing is sealed to a certificate that is not right at that moment. */
class WhomToSealToTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Pki pki;

    @BeforeEach
    void validNow() {
        pki = new Pki(folder, NOW.minusSeconds(60), NOW.plusSeconds(60));
    }

    @Test
    void sealsToBothKindsOfKeyToTheLastSecond() throws Exception {
        Pki.Pair curve = pki.make("curve", p384(), KeyUsage.keyAgreement);
        Pki.Pair rsa = pki.make("rsa", Pki.rsa(3072), KeyUsage.keyEncipherment);
        assertThat(seal(curve, NOW).context().sealedAt()).isEqualTo(NOW);
        assertThat(seal(rsa, NOW).context().sealedAt()).isEqualTo(NOW);
        assertThat(seal(curve, NOW.plusSeconds(60)).der().size()).isPositive();
        assertThat(ForceCertificate.load(curve.certificate()).validUntil()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void notToAnExpiredOne() throws Exception {
        refuses(pki.make("expired", p384(), KeyUsage.keyAgreement), NOW.plusSeconds(61), "expired");
    }

    @Test
    void notToOneThatIsNotYetValid() throws Exception {
        refuses(pki.make("early", p384(), KeyUsage.keyAgreement), NOW.minusSeconds(61), "not yet valid");
    }

    @Test
    void notToOneForSignaturesOnly() throws Exception {
        refuses(pki.make("signs", p384(), KeyUsage.digitalSignature), NOW, "may not be encrypted to");
        refuses(pki.make("rsa-signs", Pki.rsa(3072), KeyUsage.digitalSignature), NOW, "may not be encrypted to");
    }

    @Test
    void notToAnotherCurve() throws Exception {
        refuses(pki.make("p256", Pki.curve("secp256r1"), KeyUsage.keyAgreement), NOW, "P-384");
        refuses(pki.make("p521", Pki.curve("secp521r1"), KeyUsage.keyAgreement), NOW, "P-384");
    }

    @Test
    void notToASmallRsaKey() throws Exception {
        refuses(pki.make("small", Pki.rsa(2048), KeyUsage.keyEncipherment), NOW, "3072");
    }

    @Test
    void notToAForceNobodyKnows() throws Exception {
        Sealer sealer = new CmsSealer(Example.gateway(), Map.of(), at(NOW));
        assertThatThrownBy(() -> Example.seal(sealer, List.of()))
                .isInstanceOf(UnknownForceException.class)
                .hasMessageContaining(new ForceId("example-constabulary").toString());
    }

    private static void refuses(Pki.Pair pair, Instant when, String why) {
        assertThatThrownBy(() -> seal(pair, when))
                .isInstanceOf(UnknownForceException.class)
                .hasMessageContaining(why);
    }

    private static SealedEnvelope seal(Pki.Pair to, Instant when) throws Exception {
        return Example.seal(
                new CmsSealer(
                        Example.gateway(), Map.of(Example.FORCE, ForceCertificate.load(to.certificate())), at(when)),
                List.of(Example.original("form.txt", "what was seen")));
    }

    private static Clock at(Instant when) {
        return Clock.fixed(when, ZoneOffset.UTC);
    }

    private static KeyPair p384() throws Exception {
        return Pki.curve("secp384r1");
    }
}
