package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/** The certificate that a force's receipts are checked with: pinned, ECDSA on P-384. */
public final class ReceiptCertificate {
    private final X509Certificate certificate;

    private ReceiptCertificate(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /** @throws IllegalArgumentException where it is not one certificate for signatures on P-384, in PEM */
    public static ReceiptCertificate load(Path pem) throws IOException {
        return new ReceiptCertificate(SigningKey.requireSigner(Certificates.load(pem), pem));
    }

    /** SHA-256 of the certificate's DER. */
    public Sha256 fingerprint() {
        return Certificates.fingerprint(certificate);
    }

    /** DER of the public key (SubjectPublicKeyInfo), for {@link ExampleKeys#contains}. */
    public Bytes publicKey() {
        return Certificates.publicKey(certificate);
    }

    X509Certificate certificate() {
        return certificate;
    }

    @Override
    public String toString() {
        return "the receipt certificate " + fingerprint();
    }
}
