package org.sealpost.envelope;

import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BERTags;
import org.sealpost.submission.Bytes;

/** In which of two ways an envelope is made; {@code docs/design/envelope.md} says exactly how. */
public enum Profile {
    /** ECDH or RSA, and ECDSA: for a force that has no post-quantum keys yet. */
    CLASSICAL("1"),
    /** The same, and ML-KEM and ML-DSA besides: both kinds would have to be broken. */
    HYBRID("2");

    private final String word;

    Profile(String word) {
        this.word = word;
    }

    /** How messages name it, in the property {@code sealpost_profile}. */
    public String word() {
        return word;
    }

    /**
     * Which one a sealed envelope is of, by what stands outside. Nothing is verified: for the gateway's own.
     *
     * @throws IllegalArgumentException where it is no envelope
     */
    public static Profile of(Bytes envelope) {
        try {
            // ContentInfo, AuthEnvelopedData (RFC 5083, section 2.1): version, recipients, content, [1] attributes.
            byte[] attributes = new DerWalk(envelope.array())
                    .enter()
                    .skip()
                    .enter()
                    .enter()
                    .skip()
                    .skip()
                    .skip()
                    .take();
            attributes[0] = BERTags.SET | BERTags.CONSTRUCTED;
            Attributes outside = Attributes.parse(ASN1Set.getInstance(attributes));
            return ContextAttribute.read(outside.value(Names.CONTEXT)).profile();
        } catch (Refused e) {
            throw new IllegalArgumentException("not an envelope", e);
        }
    }
}
