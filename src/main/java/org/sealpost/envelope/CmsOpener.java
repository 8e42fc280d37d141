package org.sealpost.envelope;

import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;

/** Opens as {@code docs/design/envelope.md} says, and nothing else. */
public final class CmsOpener implements Opener {
    /** Well above the largest submission; bounds what a hostile message costs in memory. */
    private static final int LARGEST = 512 << 20;

    private final ForceId force;
    private final List<OpeningIdentity> identities;
    private final TrustedGateways trusted;
    private final int largest;
    private final ASN1ObjectIdentifier type;

    /**
     * @param force who opens here: an envelope for another force is refused, even where it is sealed to the same key
     * @param identities the keys of that force; the envelope names the certificates that it is sealed to, and is opened in the
     *     profile of the identity that has them, and in no other
     * @param trusted whose submissions it takes
     */
    public CmsOpener(ForceId force, List<OpeningIdentity> identities, TrustedGateways trusted) {
        this(force, identities, trusted, LARGEST);
    }

    /** Opens what a submission holds of its source, and no submission. @param identities the keys of whoever may know */
    public static Opener ofSources(ForceId force, List<OpeningIdentity> identities, TrustedGateways trusted) {
        return new CmsOpener(force, identities, trusted, LARGEST, Names.SOURCE);
    }

    CmsOpener(ForceId force, List<OpeningIdentity> identities, TrustedGateways trusted, int largest) {
        this(force, identities, trusted, largest, Names.SUBMISSION);
    }

    private CmsOpener(
            ForceId force,
            List<OpeningIdentity> identities,
            TrustedGateways trusted,
            int largest,
            ASN1ObjectIdentifier type) {
        this.type = type;
        this.force = force;
        this.identities = List.copyOf(identities);
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
        Unsealed outside = unsealed(untrusted);
        EnvelopeContext context = outside.context();
        byte[] signedData = outside.signedData();
        InnerMessage inner = InnerMessage.verify(signedData, type, context, trusted);
        Content content = Content.parse(inner.signed().content().array());
        return new Opened(
                context,
                content.submissionJson(),
                content.source(),
                content.originals(),
                Bytes.of(signedData),
                untrusted.sha256(),
                InnerMessage.receiptBasis(context, inner.signed(), inner.request(), untrusted));
    }

    private record Unsealed(EnvelopeContext context, byte[] signedData) {}

    /** In a frame of its own, so that a large layer is not kept while what was in it is looked at. */
    private Unsealed unsealed(Bytes untrusted) throws Refused {
        SealedLayer outer = SealedLayer.parse(untrusted.array());
        EnvelopeContext context = outer.claimedContext();
        OpeningIdentity identity = named(context);
        return new Unsealed(context, withoutInner(outer.open(identity), context, identity));
    }

    /** The identity whose certificates the envelope names. */
    private OpeningIdentity named(EnvelopeContext context) throws Refused {
        List<OpeningIdentity> own = context.force().equals(force)
                ? identities.stream()
                        .filter(one -> one.fingerprint().equals(context.forceCertificate()))
                        .toList()
                : List.of();
        Refused.unless(!own.isEmpty(), "not-for-us", "It is sealed to somebody else.");
        Refused.unless(
                own.stream().anyMatch(one -> one.profile() == context.profile()),
                "wrong-profile",
                "It is sealed in the " + context.profile().name().toLowerCase(Locale.ROOT)
                        + " profile, which is not accepted here.");
        return own.stream()
                .filter(one -> one.isNamedBy(context))
                .findFirst()
                .orElseThrow(() -> new Refused("not-for-us", "It is sealed to somebody else."));
    }

    /** What is in the outer layer, or where the profile has an inner one, in that. */
    private static byte[] withoutInner(byte[] untrusted, EnvelopeContext context, OpeningIdentity identity)
            throws Refused {
        if (identity.postQuantum().isEmpty()) {
            return untrusted;
        }
        SealedLayer inner = SealedLayer.parse(untrusted);
        Refused.unless(
                inner.claimedContext().equals(context),
                "context-mismatch",
                "What is sealed inside is about something else than what is sealed outside.");
        return inner.open(identity.postQuantum().get());
    }
}
