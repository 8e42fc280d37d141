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
    private final SourceRemoval removal;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param forces to whom can be sealed
     * @throws IllegalArgumentException where one of them is sealed to in the hybrid profile and the gateway has no key of
     *     ML-DSA
     */
    public CmsSealer(GatewayIdentity gateway, Map<ForceId, ForceCertificate> forces, Clock clock) {
        this(gateway, forces, clock, (json, withoutNames) -> {
            throw new IllegalStateException("nothing here takes a source out of a reading");
        });
    }

    /** The same where forces have the source sealed by itself. @param removal what takes it out of the reading */
    public CmsSealer(
            GatewayIdentity gateway, Map<ForceId, ForceCertificate> forces, Clock clock, SourceRemoval removal) {
        if (gateway.postQuantum().isEmpty()
                && forces.values().stream().anyMatch(force -> force.profile() == Profile.HYBRID)) {
            throw new IllegalArgumentException("the gateway has no post-quantum signing key");
        }
        this.gateway = gateway;
        this.forces = Map.copyOf(forces);
        this.clock = clock;
        this.removal = removal;
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
        About about = new About(id, reference, partner, force, now);
        if (to.source().isEmpty()) {
            return seal(about, Names.SUBMISSION, new Content(submissionJson, originals), to);
        }
        boolean together = to.source().get().withOriginals();
        Content source = new Content(submissionJson, together ? originals : List.of());
        Bytes sealed = seal(about, Names.SOURCE, source, to.source().get().certificate())
                .der();
        Bytes intelligence = removal.without(submissionJson, together);
        Content rest = new Content(intelligence, Optional.of(sealed), together ? List.of() : originals);
        return seal(about, Names.SUBMISSION, rest, to);
    }

    private record About(SubmissionId id, Reference reference, PartnerId partner, ForceId force, Instant at) {
        EnvelopeContext to(ForceCertificate certificate) {
            return new EnvelopeContext(
                    id,
                    reference,
                    partner,
                    force,
                    certificate.fingerprint(),
                    certificate.postQuantum().map(Certificates::fingerprint),
                    at);
        }
    }

    private SealedEnvelope seal(About about, ASN1ObjectIdentifier type, Content content, ForceCertificate to) {
        EnvelopeContext context = about.to(to);
        ReceiptRequest request = ReceiptRequest.about(about.id(), random);
        SignedMessage signed = signed(type, content.write(), context, request);
        return sealed(context, innermost(signed, context, to), signed.withoutContent(), request, to);
    }

    private SignedMessage signed(
            ASN1ObjectIdentifier type, Bytes content, EnvelopeContext context, ReceiptRequest request) {
        Attributes attributes = attributes(context, request);
        SignedMessage signed = SignedMessage.sign(type, content, attributes, gateway.key());
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
