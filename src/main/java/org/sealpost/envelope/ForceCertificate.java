package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/** What is sealed to: a force's encryption certificate, and the post-quantum one that goes with it. */
public final class ForceCertificate {
    private final X509Certificate certificate;
    private final Optional<X509Certificate> postQuantum;
    private final Optional<Source> source;

    private ForceCertificate(
            X509Certificate certificate, Optional<X509Certificate> postQuantum, Optional<Source> source) {
        this.certificate = certificate;
        this.postQuantum = postQuantum;
        this.source = source;
    }

    /**
     * Whom the source is sealed to.
     *
     * @param withOriginals whether the originals are sealed with it
     */
    record Source(ForceCertificate certificate, boolean withOriginals) {}

    /**
     * Reads it without judging it: whether it may be sealed to is asked at each sealing, {@link #whyNot}.
     *
     * @param pem one X.509 certificate in PEM
     */
    public static ForceCertificate load(Path pem) throws IOException {
        return new ForceCertificate(Certificates.load(pem), Optional.empty(), Optional.empty());
    }

    /** The same for the hybrid profile. @param postQuantum one X.509 certificate of ML-KEM-1024 in PEM */
    public static ForceCertificate load(Path pem, Path postQuantum) throws IOException {
        return new ForceCertificate(
                Certificates.load(pem), Optional.of(Certificates.load(postQuantum)), Optional.empty());
    }

    /**
     * The same for a force that has the source sealed by itself.
     *
     * @param to whom only the source is sealed to
     * @param withOriginals whether the originals are sealed with it, and not with the intelligence
     * @throws IllegalArgumentException where the two are of different profiles: the source would be sealed less well, or the
     *     rest
     */
    public ForceCertificate withSource(ForceCertificate to, boolean withOriginals) {
        if (to.profile() != profile()) {
            throw new IllegalArgumentException("the source's certificates are of another profile than the force's");
        }
        return new ForceCertificate(certificate, postQuantum, Optional.of(new Source(to, withOriginals)));
    }

    Optional<Source> source() {
        return source;
    }

    /** In which way it is sealed to. */
    public Profile profile() {
        return postQuantum.isPresent() ? Profile.HYBRID : Profile.CLASSICAL;
    }

    /**
     * Why nothing may be sealed to it at that time: expired or not yet valid, for signatures only, another curve than
     * P-384, RSA of fewer than 3072 bits, a post-quantum key that is not one of ML-KEM-1024. Empty where it may.
     */
    public Optional<String> whyNot(Instant at) {
        Optional<String> why = SealingRules.whyNot(certificate, at);
        return why.or(() -> postQuantum.flatMap(other -> SealingRules.whyNotPostQuantum(other, at)))
                .or(() -> source.flatMap(other -> other.certificate().whyNot(at))
                        .map(reason -> "for the source, " + reason));
    }

    /** The last second in which it can be sealed to. */
    public Instant validUntil() {
        Instant classical = certificate.getNotAfter().toInstant();
        return Stream.of(
                        Stream.of(classical),
                        postQuantum.map(other -> other.getNotAfter().toInstant()).stream(),
                        source.map(other -> other.certificate().validUntil()).stream())
                .flatMap(one -> one)
                .min(Instant::compareTo)
                .orElse(classical);
    }

    /** SHA-256 of the certificate's DER. */
    public Sha256 fingerprint() {
        return Certificates.fingerprint(certificate);
    }

    /** DER of the public key (SubjectPublicKeyInfo), for {@link ExampleKeys#contains}. */
    public Bytes publicKey() {
        return Certificates.publicKey(certificate);
    }

    /** The same of the post-quantum key. */
    public Optional<Bytes> postQuantumPublicKey() {
        return postQuantum.map(Certificates::publicKey);
    }

    X509Certificate certificate() {
        return certificate;
    }

    Optional<X509Certificate> postQuantum() {
        return postQuantum;
    }

    @Override
    public String toString() {
        return "the encryption certificate " + fingerprint();
    }
}
