package org.sealpost.envelope;

import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;

/** Opens as {@code docs/design/envelope.md} says, and nothing else. */
public final class CmsOpener implements Opener {
    /** Well above the largest submission; bounds what a hostile message costs in memory. */
    private static final int LARGEST = 512 << 20;

    private final ForceId force;
    private final OpeningIdentity identity;
    private final TrustedGateways trusted;
    private final int largest;

    /**
     * @param force who opens here: an envelope for another force is refused, even where it is sealed to the same key
     * @param trusted whose submissions it takes
     */
    public CmsOpener(ForceId force, OpeningIdentity identity, TrustedGateways trusted) {
        this(force, identity, trusted, LARGEST);
    }

    CmsOpener(ForceId force, OpeningIdentity identity, TrustedGateways trusted, int largest) {
        this.force = force;
        this.identity = identity;
        this.trusted = trusted;
        this.largest = largest;
    }

    @Override
    public Opened open(Bytes untrusted) throws EnvelopeRefusedException {
        try {
            return opened(untrusted);
        } catch (Refused e) {
            throw new EnvelopeRefusedException(e.code(), e.sentence());
        } catch (StackOverflowError e) {
            // Parsers recurse; nothing but a message nested thousands deep gets here, and it has changed no state.
            throw new EnvelopeRefusedException("malformed", "It is nested far too deeply.");
        }
    }

    private Opened opened(Bytes untrusted) throws Refused {
        Refused.unless(untrusted.size() <= largest, "too-large", "It is larger than any envelope.");
        Outer outer = Outer.parse(untrusted.array());
        EnvelopeContext context = outer.claimedContext();
        Refused.unless(
                context.force().equals(force) && context.forceCertificate().equals(identity.fingerprint()),
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
    }
}
