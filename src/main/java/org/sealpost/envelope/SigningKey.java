package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A key pair that signs with ECDSA P-384 and SHA-384 (FIPS 186-5), by {@link P384}. */
final class SigningKey {
    private final X509Certificate certificate;
    private final Secret<PrivateKey> key;

    private SigningKey(X509Certificate certificate, Secret<PrivateKey> key) {
        this.certificate = certificate;
        this.key = key;
    }

    static SigningKey load(Path certificatePem, Path keyPem) throws IOException {
        return load(certificatePem, KeySource.pem(keyPem));
    }

    static SigningKey load(Path certificatePem, KeySource source) throws IOException {
        X509Certificate certificate = requireSigner(Certificates.load(certificatePem), certificatePem);
        try {
            PrivateKey key = source.load(certificate).exposed();
            return new SigningKey(certificate, new Secret<>(P384.ready(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(source + " is not a key on the curve P-384", e);
        }
    }

    /** @throws IllegalArgumentException where it is not a signer's certificate on P-384 */
    static X509Certificate requireSigner(X509Certificate certificate, Path from) {
        if (!maySign(certificate)) {
            throw new IllegalArgumentException(from + " is not a certificate for signatures on the curve P-384");
        }
        return certificate;
    }

    static boolean maySign(X509Certificate certificate) {
        return Certificates.isP384(certificate.getPublicKey())
                && Certificates.allows(certificate, Certificates.DIGITAL_SIGNATURE);
    }

    X509Certificate certificate() {
        return certificate;
    }

    byte[] sign(byte[] message) {
        try {
            return P384.sign(key.exposed(), message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
    }

    static boolean verifies(X509Certificate signer, byte[] message, byte[] untrustedSignature) {
        try {
            return P384.verifies(signer.getPublicKey(), message, untrustedSignature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "the signing key of " + Certificates.fingerprint(certificate);
    }
}
