package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** A key pair that signs with ECDSA P-384 and SHA-384 (FIPS 186-5), on the JDK's own implementation. */
final class SigningKey {
    private static final String ALGORITHM = "SHA384withECDSA";
    private final X509Certificate certificate;
    private final Secret<PrivateKey> key;

    private SigningKey(X509Certificate certificate, Secret<PrivateKey> key) {
        this.certificate = certificate;
        this.key = key;
    }

    static SigningKey load(Path certificatePem, Path keyPem) throws IOException {
        X509Certificate certificate = requireSigner(Certificates.load(certificatePem), certificatePem);
        return new SigningKey(certificate, KeyFile.load(keyPem, certificate));
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
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key.exposed());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
    }

    static boolean verifies(X509Certificate signer, byte[] message, byte[] untrustedSignature) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(signer.getPublicKey());
            signature.update(message);
            return signature.verify(untrustedSignature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "the signing key of " + Certificates.fingerprint(certificate);
    }
}
