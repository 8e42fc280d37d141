package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.sealpost.submission.Bytes;

/**
 * The gateway's signatures on every submission: ECDSA on P-384, and for forces of the hybrid profile ML-DSA-65 as well. Never
 * prints its keys. Safe to share between threads.
 */
public final class GatewayIdentity {
    private final SigningKey key;
    private final Optional<LatticeSigningKey> postQuantum;

    private GatewayIdentity(SigningKey key, Optional<LatticeSigningKey> postQuantum) {
        this.key = key;
        this.postQuantum = postQuantum;
    }

    /**
     * @param certificate PEM, X.509, for digital signatures
     * @param privateKey PEM, PKCS #8, unencrypted
     * @throws IllegalArgumentException where they are not such a pair; the message names the file
     */
    public static GatewayIdentity load(Path certificate, Path privateKey) throws IOException {
        return new GatewayIdentity(SigningKey.load(certificate, privateKey), Optional.empty());
    }

    /**
     * The same, with a key of ML-DSA-65 besides.
     *
     * @throws IllegalArgumentException also where the two certificates have different subjects: forces would refuse that
     */
    public GatewayIdentity with(Path postQuantumCertificate, Path postQuantumKey) throws IOException {
        LatticeSigningKey other = LatticeSigningKey.load(postQuantumCertificate, postQuantumKey);
        if (!other.certificate()
                .getSubjectX500Principal()
                .equals(key.certificate().getSubjectX500Principal())) {
            throw new IllegalArgumentException(
                    postQuantumCertificate + " has another subject than the gateway's other certificate");
        }
        return new GatewayIdentity(key, Optional.of(other));
    }

    /**
     * The same with a key that is kept elsewhere.
     *
     * @throws IllegalArgumentException where the certificate's key is not there; the message says where it was looked for
     */
    public static GatewayIdentity load(Path certificate, KeySource privateKey) throws IOException {
        return new GatewayIdentity(SigningKey.load(certificate, privateKey), Optional.empty());
    }

    /** DER of the public key (SubjectPublicKeyInfo), for {@link ExampleKeys#contains}. */
    public Bytes publicKey() {
        return Certificates.publicKey(key.certificate());
    }

    /** The same of the key of ML-DSA-65. */
    public Optional<Bytes> postQuantumPublicKey() {
        return postQuantum.map(other -> Certificates.publicKey(other.certificate()));
    }

    Optional<LatticeSigningKey> postQuantum() {
        return postQuantum;
    }

    SigningKey key() {
        return key;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
