package org.sealpost.envelope;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Optional;

/** What a certificate must be for anything to be sealed to it. */
final class SealingRules {
    static final int SMALLEST_RSA_BITS = 3072;
    private static final String NOT_FOR_THAT = "its certificate may not be encrypted to";

    private SealingRules() {}

    /** Why nothing may be sealed to it at that time by ECDH or RSA; empty where it may. */
    static Optional<String> whyNot(X509Certificate certificate, Instant at) {
        Optional<String> time = whyNotThen(certificate, at);
        return time.isPresent() ? time : whyNotClassical(certificate);
    }

    /** Why nothing may be sealed to it at that time by ML-KEM; empty where it may. */
    static Optional<String> whyNotPostQuantum(X509Certificate certificate, Instant at) {
        Optional<String> time = whyNotThen(certificate, at);
        return time.isPresent() ? time : whyNotPostQuantum(certificate);
    }

    private static Optional<String> whyNotThen(X509Certificate certificate, Instant at) {
        return Certificates.validAt(certificate, at)
                ? Optional.empty()
                : Optional.of("its certificate has expired or is not yet valid");
    }

    static Optional<String> whyNotClassical(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() < SMALLEST_RSA_BITS
                    ? Optional.of("its RSA key has fewer than 3072 bits")
                    : unless(certificate, Certificates.KEY_ENCIPHERMENT);
        }
        return Certificates.isP384(key)
                ? unless(certificate, Certificates.KEY_AGREEMENT)
                : Optional.of("its key is neither on the curve P-384 nor RSA");
    }

    /** The key usage is RFC 9935's, section 5. */
    static Optional<String> whyNotPostQuantum(X509Certificate certificate) {
        try {
            MlKem.ready(certificate);
        } catch (java.security.GeneralSecurityException e) {
            return Optional.of("its post-quantum key is not one of ML-KEM-1024");
        }
        return unless(certificate, Certificates.KEY_ENCIPHERMENT);
    }

    private static Optional<String> unless(X509Certificate certificate, int usage) {
        return Certificates.allows(certificate, usage) ? Optional.empty() : Optional.of(NOT_FOR_THAT);
    }
}
