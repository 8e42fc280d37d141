package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/** What is sealed to: a force's encryption certificate. */
public final class ForceCertificate {
    private final X509Certificate certificate;

    private ForceCertificate(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /**
     * Reads it without judging it: whether it may be sealed to is asked at each sealing, {@link #whyNot}.
     *
     * @param pem one X.509 certificate in PEM
     */
    public static ForceCertificate load(Path pem) throws IOException {
        return new ForceCertificate(Certificates.load(pem));
    }

    /**
     * Why nothing may be sealed to it at that time: expired or not yet valid, for signatures only, another curve than
     * P-384, RSA of fewer than 3072 bits. Empty where it may.
     */
    public Optional<String> whyNot(Instant at) {
        return Certificates.whyNotSealTo(certificate, at);
    }

    /** The last second in which it can be sealed to. */
    public Instant validUntil() {
        return certificate.getNotAfter().toInstant();
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
        return "the encryption certificate " + fingerprint();
    }
}
