package org.sealpost.envelope;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.sealpost.submission.Outcome;
import org.sealpost.submission.Refusal;

/**
 * The force's word as an attribute:
 *
 * <pre>Outcome ::= SEQUENCE { word UTF8String ("accepted" | "refused"), code UTF8String, sentence UTF8String }</pre>
 *
 * <p>Code and sentence stand there only where it was refused.
 */
final class OutcomeAttribute {
    private static final String ACCEPTED = "accepted";
    private static final String REFUSED = "refused";
    /** A sentence for the sender, not a document. */
    static final int LONGEST_SENTENCE = 1_000;

    private OutcomeAttribute() {}

    static DERSequence write(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return new DERSequence(new ASN1Encodable[] {
                new DERUTF8String(REFUSED),
                new DERUTF8String(refused.why().code()),
                new DERUTF8String(refused.why().sentence())
            });
        }
        return new DERSequence(new DERUTF8String(ACCEPTED));
    }

    static Outcome read(ASN1Encodable untrusted) throws Refused {
        try {
            ASN1Sequence fields = ASN1Sequence.getInstance(untrusted);
            Outcome outcome = new Outcome.Accepted();
            if (fields.size() != 1) {
                String sentence = text(fields, 2);
                Refused.unless(
                        sentence.length() <= LONGEST_SENTENCE, "malformed", "The reason in the receipt is too long.");
                outcome = new Outcome.Refused(new Refusal(text(fields, 1), sentence));
            }
            Der.same(Der.encode(write(outcome)), Der.encode(untrusted));
            return outcome;
        } catch (RuntimeException e) {
            throw new Refused("malformed", "The outcome cannot be understood.", e);
        }
    }

    private static String text(ASN1Sequence fields, int index) {
        return ASN1UTF8String.getInstance(fields.getObjectAt(index)).getString();
    }
}
