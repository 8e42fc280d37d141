package org.sealpost.envelope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Who plays in the test vectors. Their keys lie beside the vectors: published, for tests only. */
final class Cast {
    static final Path VECTORS = Path.of("src/test/resources/envelopes");
    static final Path KEYS = VECTORS.resolve("keys");
    /** When everything in the vectors was sealed. */
    static final Instant SEALED_AT = Instant.parse("2026-11-20T12:00:00Z");

    private Cast() {}

    static SigningKey gateway() {
        return signer("gateway");
    }

    static SigningKey otherGateway() {
        return signer("other-gateway");
    }

    static OpeningIdentity opening(String name) {
        Pki.Pair pair = Pki.in(KEYS, name);
        try {
            return OpeningIdentity.load(pair.certificate(), pair.key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Opener opener(String name) {
        try {
            return new CmsOpener(
                    Example.FORCE, List.of(opening(name)), TrustedGateways.load(List.of(KEYS.resolve("gateway.pem"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static X509Certificate force() {
        return opening("force").certificate();
    }

    static X509Certificate rsaForce() {
        return opening("rsa-force").certificate();
    }

    static X509Certificate otherForce() {
        return opening("other-force").certificate();
    }

    private static SigningKey signer(String name) {
        Pki.Pair pair = Pki.in(KEYS, name);
        try {
            return SigningKey.load(pair.certificate(), pair.key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once: the vectors stay readable only with the same keys. */
    static void makeKeys() throws Exception {
        Files.createDirectories(KEYS);
        Pki pki = new Pki(KEYS, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2126-01-01T00:00:00Z"));
        pki.make("gateway", Pki.curve("secp384r1"), KeyUsage.digitalSignature);
        pki.make("other-gateway", Pki.curve("secp384r1"), KeyUsage.digitalSignature);
        pki.make("force", Pki.curve("secp384r1"), KeyUsage.keyAgreement);
        pki.make("other-force", Pki.curve("secp384r1"), KeyUsage.keyAgreement);
        pki.make("rsa-force", Pki.rsa(3072), KeyUsage.keyEncipherment);
    }
}
