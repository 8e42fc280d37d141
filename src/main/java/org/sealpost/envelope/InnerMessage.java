package org.sealpost.envelope;

import java.security.cert.X509Certificate;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.SubmissionId;

/** The gateway's signed message inside an envelope, verified. */
record InnerMessage(SignedMessage signed, ReceiptRequest request) {
    private static final String UNKNOWN = "It is not signed by a gateway that is trusted here.";
    private static final Set<ASN1ObjectIdentifier> REQUIRED = Set.of(
            Names.CONTENT_TYPE,
            Names.MESSAGE_DIGEST,
            Names.SIGNING_TIME,
            Names.SIGNING_CERTIFICATE,
            Names.CONTEXT,
            Names.RECEIPT_REQUEST);

    /** Passes only where a trusted gateway signed exactly this for exactly {@code outside}. */
    static InnerMessage verify(
            byte[] untrusted, ASN1ObjectIdentifier type, EnvelopeContext outside, TrustedGateways trusted)
            throws Refused {
        SignedMessage signed = SignedMessage.parse(untrusted, type, outside.profile());
        signed.attributes().require(REQUIRED, Set.of());
        X509Certificate signer = certificate(signed.certificate());
        Refused.unless(trusted.trust(signer, outside.sealedAt()), "unknown-gateway", UNKNOWN);
        signed.verify(signer);
        requireAbout(signed.attributes(), outside);
        ReceiptRequest request = ReceiptRequest.read(signed.attributes().value(Names.RECEIPT_REQUEST));
        SubmissionId requested = ReceiptRequest.submission(request.contentIdentifier());
        Refused.unless(
                requested.equals(outside.id()),
                "context-mismatch",
                "The receipt it asks for is one for another submission.");
        if (signed.second().isPresent()) {
            verifySecond(signed, signed.second().get(), outside, trusted);
        }
        return new InnerMessage(signed, request);
    }

    /** By the same gateway, about the same. A receipt request must be the same in both (RFC 2634, section 2.3). */
    private static void verifySecond(
            SignedMessage signed, LatticeSignature second, EnvelopeContext outside, TrustedGateways trusted)
            throws Refused {
        second.attributes().require(REQUIRED, Set.of());
        X509Certificate signer = certificate(second.certificate());
        Refused.unless(
                trusted.trustAsWell(signer, certificate(signed.certificate()), outside.sealedAt()),
                "unknown-gateway",
                UNKNOWN);
        second.verify(signer, signed.type(), signed.content());
        requireAbout(second.attributes(), outside);
        Refused.unless(
                second.attributes()
                        .has(Names.RECEIPT_REQUEST, signed.attributes().value(Names.RECEIPT_REQUEST)),
                "context-mismatch",
                "Its two signatures ask for different receipts.");
    }

    private static void requireAbout(Attributes attributes, EnvelopeContext outside) throws Refused {
        EnvelopeContext inside = ContextAttribute.read(attributes.value(Names.CONTEXT));
        Refused.unless(
                inside.equals(outside) && attributes.has(Names.SIGNING_TIME, ContextAttribute.time(outside.sealedAt())),
                "context-mismatch",
                "What is signed inside is about something else than what is sealed outside.");
    }

    static X509Certificate certificate(Bytes der) throws Refused {
        try {
            return Certificates.parse(der.array());
        } catch (IllegalArgumentException e) {
            throw new Refused("malformed", "The signer's certificate cannot be understood.", e);
        }
    }

    static ReceiptExpectation receiptBasis(
            EnvelopeContext context, SignedMessage signed, ReceiptRequest request, Bytes envelope) {
        return new ReceiptExpectation(
                context.id(),
                request.contentIdentifier(),
                signed.signature(),
                Bytes.of(Digests.sha384(signed.attributes().der())),
                envelope.sha256());
    }
}
