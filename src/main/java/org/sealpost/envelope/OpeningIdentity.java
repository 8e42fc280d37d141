package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * The key that opens what is sealed to a force: ECDH on P-384, or RSA of 3072 bits and more. Only the force holds it; it
 * never prints itself. Safe to share between threads.
 */
public final class OpeningIdentity {
    private final X509Certificate certificate;
    private final Secret<PrivateKey> key;

    private OpeningIdentity(X509Certificate certificate, Secret<PrivateKey> key) {
        this.certificate = certificate;
        this.key = key;
    }

    /**
     * @param certificate PEM, X.509. It may have expired since: what was sealed to it before must still open
     * @param privateKey PEM, PKCS #8, unencrypted
     * @throws IllegalArgumentException where they are not such a pair; the message names the file
     */
    public static OpeningIdentity load(Path certificate, Path privateKey) throws IOException {
        X509Certificate own = Certificates.load(certificate);
        if (Certificates.whyNotSealTo(own, own.getNotBefore().toInstant()).isPresent()) {
            throw new IllegalArgumentException(certificate + " is not a certificate that can be sealed to");
        }
        return new OpeningIdentity(own, KeyFile.load(privateKey, own));
    }

    /** SHA-256 of the certificate's DER: the one envelopes must name. */
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

    Secret<PrivateKey> key() {
        return key;
    }

    @Override
    public String toString() {
        return "the opening key of " + fingerprint();
    }
}
