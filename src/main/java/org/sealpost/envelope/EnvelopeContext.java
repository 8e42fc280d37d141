package org.sealpost.envelope;

import java.time.Instant;
import java.util.Optional;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/**
 * What an envelope is about: signed inside and authenticated in every layer, and all must agree.
 *
 * @param forceCertificate SHA-256 of the DER of the certificate the outer layer is sealed to
 * @param postQuantumCertificate the same of the certificate the inner layer is sealed to, where there is one
 * @param sealedAt to the second, UTC
 */
public record EnvelopeContext(
        SubmissionId id,
        Reference reference,
        PartnerId partner,
        ForceId force,
        Sha256 forceCertificate,
        Optional<Sha256> postQuantumCertificate,
        Instant sealedAt) {

    public Profile profile() {
        return postQuantumCertificate.isPresent() ? Profile.HYBRID : Profile.CLASSICAL;
    }
}
