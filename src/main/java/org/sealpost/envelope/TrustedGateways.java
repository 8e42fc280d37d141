package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Whose submissions a force takes: gateways' own certificates, pinned, or authorities whose every signer's certificate is
 * a gateway's. Prefer pinning: an authority that also certifies others vouches for them too. Of a gateway that signs by ML-DSA as
 * well both certificates must be known, and have the same subject.
 */
public final class TrustedGateways {
    private final List<X509Certificate> certificates;

    private TrustedGateways(List<X509Certificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /** @throws IllegalArgumentException where a file does not hold one certificate in PEM, or there is none at all */
    public static TrustedGateways load(List<Path> pems) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Path pem : pems) {
            certificates.add(Certificates.load(pem));
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("no gateway is trusted");
        }
        return new TrustedGateways(certificates);
    }

    /** Whether this was a trusted gateway's certificate for signatures at that time. Revocation lists are not asked. */
    boolean trust(X509Certificate signer, Instant at) {
        return SigningKey.maySign(signer) && known(signer, at);
    }

    /** Whether this was the same gateway's certificate for signatures by ML-DSA: known too, and of the same name. */
    boolean trustAsWell(X509Certificate second, X509Certificate first, Instant at) {
        return LatticeSigningKey.maySign(second)
                && second.getSubjectX500Principal().equals(first.getSubjectX500Principal())
                && known(second, at);
    }

    private boolean known(X509Certificate signer, Instant at) {
        return signer.getBasicConstraints() < 0
                && Certificates.validAt(signer, at)
                && certificates.stream().anyMatch(trusted -> vouches(trusted, signer, at));
    }

    private static boolean vouches(X509Certificate trusted, X509Certificate signer, Instant at) {
        if (trusted.getBasicConstraints() < 0) {
            return trusted.equals(signer);
        }
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(trusted, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(signer)), parameters);
            return Certificates.validAt(trusted, at);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
