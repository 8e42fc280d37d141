package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedGatewaysTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Pki pki;

    @SuppressWarnings("NullAway.Init")
    private KeyPair authority;

    @BeforeEach
    void makeAuthority() throws Exception {
        pki = new Pki(folder, FROM, TO);
        authority = Pki.curve("secp384r1");
        pki.authority("authority", authority);
    }

    @Test
    void aPinnedGatewayIsTrustedWhileItIsValid() throws Exception {
        TrustedGateways trusted = TrustedGateways.load(List.of(Cast.KEYS.resolve("gateway.pem")));
        X509Certificate gateway = Cast.gateway().certificate();
        assertThat(trusted.trust(gateway, NOW)).isTrue();
        assertThat(trusted.trust(gateway, FROM.minusSeconds(1))).isFalse();
        assertThat(trusted.trust(Cast.otherGateway().certificate(), NOW)).isFalse();
    }

    @Test
    void anAuthorityVouchesForItsSigners() throws Exception {
        X509Certificate signer = issued("signer", KeyUsage.digitalSignature, "authority", authority, false);
        assertThat(byAuthority().trust(signer, NOW)).isTrue();
        assertThat(byAuthority().trust(signer, FROM.minusSeconds(1))).isFalse();
        assertThat(byAuthority().trust(signer, TO.plusSeconds(1))).isFalse();
    }

    @Test
    void notForOneThatOnlyClaimsItsName() throws Exception {
        X509Certificate forged =
                issued("signer", KeyUsage.digitalSignature, "authority", Pki.curve("secp384r1"), false);
        assertThat(byAuthority().trust(forged, NOW)).isFalse();
    }

    @Test
    void notForACertificateOfAnotherUse() throws Exception {
        assertThat(byAuthority().trust(issued("opens", KeyUsage.keyAgreement, "authority", authority, false), NOW))
                .isFalse();
        assertThat(byAuthority().trust(issued("sub", KeyUsage.digitalSignature, "authority", authority, true), NOW))
                .isFalse();
        assertThat(byAuthority().trust(Certificates.load(folder.resolve("authority.pem")), NOW))
                .isFalse();
    }

    @Test
    void aGatewayDoesNotVouchForOthers() throws Exception {
        KeyPair gateway = Pki.curve("secp384r1");
        Pki.Pair pinned = pki.make("gateway", gateway, KeyUsage.digitalSignature);
        X509Certificate signer = issued("signer", KeyUsage.digitalSignature, "gateway", gateway, false);
        assertThat(TrustedGateways.load(List.of(pinned.certificate())).trust(signer, NOW))
                .isFalse();
    }

    private TrustedGateways byAuthority() throws Exception {
        return TrustedGateways.load(List.of(folder.resolve("authority.pem")));
    }

    private X509Certificate issued(String name, int usage, String issuer, KeyPair by, boolean isAuthority)
            throws Exception {
        return Certificates.load(pki.make(name, Pki.curve("secp384r1"), usage, issuer, by, isAuthority)
                .certificate());
    }
}
