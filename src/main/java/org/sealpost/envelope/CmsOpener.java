package org.sealpost.envelope;

import org.sealpost.submission.Bytes;

/** Opens as {@code docs/design/envelope.md} says, and nothing else. */
public final class CmsOpener implements Opener {
    private final OpeningIdentity identity;
    private final TrustedGateways trusted;

    public CmsOpener(OpeningIdentity identity, TrustedGateways trusted) {
        this.identity = identity;
        this.trusted = trusted;
    }

    @Override
    public Opened open(Bytes untrusted) throws EnvelopeRefusedException {
        try {
            Outer outer = Outer.parse(untrusted.array());
            EnvelopeContext context = outer.claimedContext();
            Refused.unless(
                    context.forceCertificate().equals(identity.fingerprint()),
                    "not-for-us",
                    "It is sealed to somebody else.");
            byte[] signedData = outer.open(identity);
            InnerMessage inner = InnerMessage.verify(signedData, context, trusted);
            Content content = Content.parse(inner.signed().content().array());
            return new Opened(
                    context,
                    content.submissionJson(),
                    content.originals(),
                    Bytes.of(signedData),
                    untrusted.sha256(),
                    InnerMessage.receiptBasis(context, inner.signed(), inner.request(), untrusted));
        } catch (Refused e) {
            throw new EnvelopeRefusedException(e.code(), e.sentence());
        }
    }
}
