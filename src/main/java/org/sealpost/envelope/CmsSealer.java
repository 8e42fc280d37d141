package org.sealpost.envelope;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
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

    /**
     * @param forces to whom can be sealed
     * @throws IllegalArgumentException where one of them is sealed to in the hybrid profile and the gateway has no key of
     *     ML-DSA
     */
    public CmsSealer(GatewayIdentity gateway, Map<ForceId, ForceCertificate> forces, Clock clock) {
        if (gateway.postQuantum().isEmpty()
                && forces.values().stream().anyMatch(force -> force.profile() == Profile.HYBRID)) {
            throw new IllegalArgumentException("the gateway has no post-quantum signing key");
        }
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
        EnvelopeContext context = new EnvelopeContext(
                id,
                reference,
                partner,
                force,
                to.fingerprint(),
                to.postQuantum().map(Certificates::fingerprint),
                now);
        ReceiptRequest request = ReceiptRequest.about(id, random);
        SignedMessage signed = signed(new Content(submissionJson, originals).write(), context, request);
        return sealed(context, innermost(signed, context, to), signed.withoutContent(), request, to);
    }

    private SignedMessage signed(Bytes content, EnvelopeContext context, ReceiptRequest request) {
        Attributes attributes = attributes(context, request);
        SignedMessage signed = SignedMessage.sign(Names.SUBMISSION, content, attributes, gateway.key());
        return context.profile() == Profile.HYBRID
                ? signed.andSigned(attributes, gateway.postQuantum().orElseThrow())
                : signed;
    }

    private SealedEnvelope sealed(
            EnvelopeContext context, Bytes content, SignedMessage signed, ReceiptRequest request, ForceCertificate to) {
        try {
            Bytes der = layer(content, context, to.certificate());
            return new SealedEnvelope(
                    context, der, der.sha256(), InnerMessage.receiptBasis(context, signed, request, der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** What the outer layer holds. Of a large one only this is kept, not what it was made of. */
    private Bytes innermost(SignedMessage signed, EnvelopeContext context, ForceCertificate to) {
        Bytes encoded = Bytes.of(signed.encode());
        if (to.postQuantum().isEmpty()) {
            return encoded;
        }
        try {
            return layer(encoded, context, to.postQuantum().get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    private Bytes layer(Bytes content, EnvelopeContext context, X509Certificate to) throws GeneralSecurityException {
        return Bytes.of(SealedLayer.seal(content, context, to, random).encode());
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
