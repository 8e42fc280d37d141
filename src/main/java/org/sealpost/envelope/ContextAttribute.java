package org.sealpost.envelope;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Time;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/**
 * The context of a submission as an attribute:
 *
 * <pre>SubmissionContext ::= SEQUENCE { version INTEGER (1 | 2), id UTF8String, reference UTF8String, partner UTF8String,
 *   force UTF8String, forceCertificate OCTET STRING (SIZE (32)),
 *   postQuantumCertificate OCTET STRING (SIZE (32)) -- in version 2 only --, sealedAt GeneralizedTime }</pre>
 */
final class ContextAttribute {
    private static final int CLASSICAL = 1;
    private static final int HYBRID = 2;
    private static final DateTimeFormatter GENERALIZED = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .withResolverStyle(ResolverStyle.STRICT);

    private ContextAttribute() {}

    static DERSequence write(EnvelopeContext context) {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new ASN1Integer(context.profile() == Profile.CLASSICAL ? CLASSICAL : HYBRID));
        fields.add(new DERUTF8String(context.id().toString()));
        fields.add(new DERUTF8String(context.reference().toString()));
        fields.add(new DERUTF8String(context.partner().toString()));
        fields.add(new DERUTF8String(context.force().toString()));
        fields.add(new DEROctetString(context.forceCertificate().bytes()));
        context.postQuantumCertificate().ifPresent(digest -> fields.add(new DEROctetString(digest.bytes())));
        fields.add(new DERGeneralizedTime(GENERALIZED.format(context.sealedAt())));
        return new DERSequence(fields);
    }

    static EnvelopeContext read(ASN1Encodable untrusted) throws Refused {
        try {
            ASN1Sequence fields = ASN1Sequence.getInstance(untrusted);
            boolean hybrid = fields.size() == 8;
            Refused.unless(hybrid || fields.size() == 7, "malformed", "The context has another number of fields.");
            EnvelopeContext context = new EnvelopeContext(
                    SubmissionId.parse(text(fields, 1)),
                    new Reference(text(fields, 2)),
                    new PartnerId(text(fields, 3)),
                    new ForceId(text(fields, 4)),
                    digest(fields, 5),
                    hybrid ? Optional.of(digest(fields, 6)) : Optional.empty(),
                    GENERALIZED.parse(
                            ASN1GeneralizedTime.getInstance(fields.getObjectAt(fields.size() - 1))
                                    .getTimeString(),
                            Instant::from));
            Der.same(Der.encode(write(context)), Der.encode(untrusted));
            return context;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refused("malformed", "The context cannot be understood.", e);
        }
    }

    private static Sha256 digest(ASN1Sequence fields, int index) {
        return Sha256.ofDigest(
                ASN1OctetString.getInstance(fields.getObjectAt(index)).getOctets());
    }

    /** The signing-time attribute's value (RFC 5652, section 11.3): to the second. */
    static Time time(Instant instant) {
        return new Time(Date.from(instant));
    }

    private static String text(ASN1Sequence fields, int index) {
        return ASN1UTF8String.getInstance(fields.getObjectAt(index)).getString();
    }
}
