package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key files that are not what they should be are refused at the start, naming the file and never what is in it. */
class KeyLoadingTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Pki pki;

    @SuppressWarnings("NullAway.Init")
    private Pki.Pair signs;

    @SuppressWarnings("NullAway.Init")
    private Pki.Pair opens;

    @BeforeEach
    void makeKeys() throws Exception {
        pki = new Pki(folder, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
        signs = pki.make("signs", Pki.curve("secp384r1"), KeyUsage.digitalSignature);
        opens = pki.make("opens", Pki.curve("secp384r1"), KeyUsage.keyAgreement);
    }

    @Test
    void rightOnesLoad() throws Exception {
        assertThat(GatewayIdentity.load(signs.certificate(), signs.key())).hasToString(printed(signs));
        assertThat(ReceiptIdentity.load(signs.certificate(), signs.key())).hasToString(printed(signs));
        assertThat(OpeningIdentity.load(opens.certificate(), opens.key()).toString())
                .startsWith("the opening key of ");
    }

    @Test
    void theKeyOfAnotherCertificate() {
        refused(() -> GatewayIdentity.load(signs.certificate(), opens.key()), "opens.key.pem");
        refused(() -> OpeningIdentity.load(opens.certificate(), signs.key()), "signs.key.pem");
    }

    @Test
    void aKeyOfAnotherKind() throws Exception {
        Pki.Pair rsa = pki.make("rsa", Pki.rsa(3072), KeyUsage.digitalSignature);
        refused(() -> GatewayIdentity.load(rsa.certificate(), rsa.key()), "rsa.pem");
        refused(() -> GatewayIdentity.load(signs.certificate(), rsa.key()), "rsa.key.pem");
    }

    @Test
    void aCertificateForAnotherUse() {
        refused(() -> GatewayIdentity.load(opens.certificate(), opens.key()), "opens.pem");
        refused(() -> ReceiptIdentity.load(opens.certificate(), opens.key()), "opens.pem");
        refused(() -> ReceiptCertificate.load(opens.certificate()), "opens.pem");
        refused(() -> OpeningIdentity.load(signs.certificate(), signs.key()), "signs.pem");
    }

    @Test
    void aWeakKey() throws Exception {
        Pki.Pair curve = pki.make("p256", Pki.curve("secp256r1"), KeyUsage.digitalSignature);
        Pki.Pair rsa = pki.make("small", Pki.rsa(2048), KeyUsage.keyEncipherment);
        refused(() -> GatewayIdentity.load(curve.certificate(), curve.key()), "p256.pem");
        refused(() -> OpeningIdentity.load(rsa.certificate(), rsa.key()), "small.pem");
    }

    @Test
    void filesThatHoldSomethingElse() throws Exception {
        refused(() -> GatewayIdentity.load(signs.key(), signs.key()), "signs.key.pem");
        refused(() -> GatewayIdentity.load(signs.certificate(), signs.certificate()), "signs.pem");
        Path twice = folder.resolve("twice.pem");
        Files.writeString(twice, Files.readString(signs.certificate()) + Files.readString(opens.certificate()));
        refused(() -> ForceCertificate.load(twice), "twice.pem");
        refused(() -> TrustedGateways.load(List.of(twice)), "twice.pem");
        refused(() -> TrustedGateways.load(List.of()), "no gateway");
        Path damaged = folder.resolve("damaged.pem");
        String secret = Base64.getEncoder()
                .encodeToString("secret".repeat(9).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Files.writeString(damaged, "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> GatewayIdentity.load(signs.certificate(), damaged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged.pem")
                .hasNoCause()
                .hasMessageNotContaining(secret);
        assertThatThrownBy(() -> ForceCertificate.load(folder.resolve("nothing.pem")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anAddressKeyOfAnotherLength() throws Exception {
        Path file = folder.resolve("addresses.key");
        for (int length : new int[] {0, 16, 31, 33}) {
            Files.writeString(file, Base64.getEncoder().encodeToString(new byte[length]));
            refused(() -> AddressKey.load(file), "addresses.key");
        }
        Files.writeString(file, "not base64!");
        refused(() -> AddressKey.load(file), "addresses.key");
    }

    private static String printed(Pki.Pair pair) throws Exception {
        return "the signing key of " + ForceCertificate.load(pair.certificate()).fingerprint();
    }

    private static void refused(ThrowingCallable loading, String naming) {
        assertThatThrownBy(loading).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(naming);
    }
}
