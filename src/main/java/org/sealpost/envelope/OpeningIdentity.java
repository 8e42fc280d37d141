package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * The keys that open what is sealed to a force: ECDH on P-384, or RSA of 3072 bits and more, and for the hybrid profile
 * ML-KEM-1024. One with both opens nothing of the classical profile, and one without opens nothing else. Only the force holds
 * them; they never print themselves. Safe to share between threads.
 */
public final class OpeningIdentity {
    private final X509Certificate certificate;
    private final Secret<PrivateKey> key;
    private final Optional<EncapsulationKey> postQuantum;

    private OpeningIdentity(
            X509Certificate certificate, Secret<PrivateKey> key, Optional<EncapsulationKey> postQuantum) {
        this.certificate = certificate;
        this.key = key;
        this.postQuantum = postQuantum;
    }

    /**
     * @param certificate PEM, X.509. It may have expired since: what was sealed to it before must still open
     * @param privateKey PEM, PKCS #8, unencrypted
     * @throws IllegalArgumentException where they are not such a pair; the message names the file
     */
    public static OpeningIdentity load(Path certificate, Path privateKey) throws IOException {
        X509Certificate own = Certificates.load(certificate);
        if (SealingRules.whyNotClassical(own).isPresent()) {
            throw new IllegalArgumentException(certificate + " is not a certificate that can be sealed to");
        }
        return new OpeningIdentity(own, KeyFile.load(privateKey, own), Optional.empty());
    }

    /** The same for the hybrid profile. @param postQuantumKey PEM, PKCS #8, of ML-KEM-1024 (RFC 9935, section 6) */
    public OpeningIdentity with(Path postQuantumCertificate, Path postQuantumKey) throws IOException {
        return new OpeningIdentity(
                certificate, key, Optional.of(EncapsulationKey.load(postQuantumCertificate, postQuantumKey)));
    }

    /** Whether the envelope names these certificates, all of them and no other. */
    boolean isNamedBy(EnvelopeContext context) {
        return context.forceCertificate().equals(fingerprint())
                && context.postQuantumCertificate()
                        .equals(postQuantum.map(own -> Certificates.fingerprint(own.certificate())));
    }

    /** The only profile that it opens. */
    public Profile profile() {
        return postQuantum.isPresent() ? Profile.HYBRID : Profile.CLASSICAL;
    }

    /** SHA-256 of the certificate's DER: the one envelopes must name. */
    public Sha256 fingerprint() {
        return Certificates.fingerprint(certificate);
    }

    /** DER of the public key (SubjectPublicKeyInfo), for {@link ExampleKeys#contains}. */
    public Bytes publicKey() {
        return Certificates.publicKey(certificate);
    }

    /** The same of the post-quantum key. */
    public Optional<Bytes> postQuantumPublicKey() {
        return postQuantum.map(own -> Certificates.publicKey(own.certificate()));
    }

    Optional<EncapsulationKey> postQuantum() {
        return postQuantum;
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
