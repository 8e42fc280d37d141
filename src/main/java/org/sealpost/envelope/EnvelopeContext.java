package org.sealpost.envelope;

import java.time.Instant;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/**
 * What an envelope is about: signed inside and authenticated outside, and both must agree.
 *
 * @param forceCertificate SHA-256 of the DER of the certificate it is sealed to
 * @param sealedAt to the second, UTC
 */
public record EnvelopeContext(
        SubmissionId id,
        Reference reference,
        PartnerId partner,
        ForceId force,
        Sha256 forceCertificate,
        Instant sealedAt) {}
