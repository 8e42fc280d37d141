package org.sealpost.envelope;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Original;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** Seals as {@code docs/design/envelope.md} says. */
public final class CmsSealer implements Sealer {
    private final GatewayIdentity gateway;
    private final Map<ForceId, ForceCertificate> forces;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param forces to whom can be sealed */
    public CmsSealer(GatewayIdentity gateway, Map<ForceId, ForceCertificate> forces, Clock clock) {
        this.gateway = gateway;
        this.forces = Map.copyOf(forces);
        this.clock = clock;
    }

    @Override
    public SealedEnvelope seal(
            SubmissionId id,
            Reference reference,
            PartnerId partner,
            ForceId force,
            Bytes submissionJson,
            List<Original> originals) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ForceCertificate to = certificate(force, now);
        EnvelopeContext context = new EnvelopeContext(id, reference, partner, force, to.fingerprint(), now);
        ReceiptRequest request = ReceiptRequest.about(id, random);
        SignedMessage signed = SignedMessage.sign(
                Names.SUBMISSION,
                new Content(submissionJson, originals).write(),
                attributes(context, request),
                gateway.key());
        Bytes encoded = Bytes.of(signed.encode());
        return sealed(context, encoded, signed.withoutContent(), request, to);
    }

    private SealedEnvelope sealed(
            EnvelopeContext context, Bytes encoded, SignedMessage signed, ReceiptRequest request, ForceCertificate to) {
        try {
            Bytes der = Bytes.of(Outer.seal(encoded, context, to, random).encode());
            return new SealedEnvelope(
                    context, der, der.sha256(), InnerMessage.receiptBasis(context, signed, request, der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    static Attributes attributes(EnvelopeContext context, ReceiptRequest request) {
        return new Attributes(Map.<ASN1ObjectIdentifier, org.bouncycastle.asn1.ASN1Encodable>of(
                Names.SIGNING_TIME, ContextAttribute.time(context.sealedAt()),
                Names.CONTEXT, ContextAttribute.write(context),
                Names.RECEIPT_REQUEST, request.write()));
    }

    private ForceCertificate certificate(ForceId force, Instant now) {
        ForceCertificate certificate = forces.get(force);
        if (certificate == null) {
            throw new UnknownForceException(force, "no certificate of it is known");
        }
        Optional<String> whyNot = certificate.whyNot(now);
        if (whyNot.isPresent()) {
            throw new UnknownForceException(force, whyNot.get());
        }
        return certificate;
    }
}
