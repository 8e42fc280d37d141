package org.sealpost.envelope;

import java.security.cert.X509Certificate;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.SubmissionId;

/** The gateway's signed message inside an envelope, verified. */
record InnerMessage(SignedMessage signed, ReceiptRequest request) {
    private static final Set<ASN1ObjectIdentifier> REQUIRED = Set.of(
            Names.CONTENT_TYPE,
            Names.MESSAGE_DIGEST,
            Names.SIGNING_TIME,
            Names.SIGNING_CERTIFICATE,
            Names.CONTEXT,
            Names.RECEIPT_REQUEST);

    /** Passes only where a trusted gateway signed exactly this for exactly {@code outside}. */
    static InnerMessage verify(byte[] untrusted, EnvelopeContext outside, TrustedGateways trusted) throws Refused {
        SignedMessage signed = SignedMessage.parse(untrusted, Names.SUBMISSION);
        signed.attributes().require(REQUIRED, Set.of());
        X509Certificate signer = certificate(signed);
        Refused.unless(
                trusted.trust(signer, outside.sealedAt()),
                "unknown-gateway",
                "It is not signed by a gateway that is trusted here.");
        signed.verify(signer);
        EnvelopeContext inside = ContextAttribute.read(signed.attributes().value(Names.CONTEXT));
        Refused.unless(
                inside.equals(outside)
                        && signed.attributes().has(Names.SIGNING_TIME, ContextAttribute.time(outside.sealedAt())),
                "context-mismatch",
                "What is signed inside is about something else than what is sealed outside.");
        ReceiptRequest request = ReceiptRequest.read(signed.attributes().value(Names.RECEIPT_REQUEST));
        SubmissionId requested = ReceiptRequest.submission(request.contentIdentifier());
        Refused.unless(
                requested.equals(outside.id()),
                "context-mismatch",
                "The receipt it asks for is one for another submission.");
        return new InnerMessage(signed, request);
    }

    static X509Certificate certificate(SignedMessage signed) throws Refused {
        try {
            return Certificates.parse(signed.certificate().array());
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
