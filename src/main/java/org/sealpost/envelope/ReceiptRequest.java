package org.sealpost.envelope;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.SubmissionId;

/**
 * The receipt request (RFC 2634, section 2.7): a receipt from everybody who opens it, to nobody by mail.
 *
 * @param contentIdentifier ASCII: the submission's id, a full stop, 32 random hexadecimal digits
 */
record ReceiptRequest(Bytes contentIdentifier) {
    private static final Pattern IDENTIFIER =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.[0-9a-f]{32}");
    private static final ASN1Integer ALL_RECEIPTS = new ASN1Integer(0);

    static ReceiptRequest about(SubmissionId id, SecureRandom random) {
        byte[] drawn = new byte[16];
        random.nextBytes(drawn);
        String identifier = id + "." + HexFormat.of().formatHex(drawn);
        return new ReceiptRequest(Bytes.of(identifier.getBytes(StandardCharsets.US_ASCII)));
    }

    DERSequence write() {
        return new DERSequence(new ASN1Encodable[] {
            new DEROctetString(contentIdentifier.array()),
            new DERTaggedObject(false, 0, ALL_RECEIPTS),
            new DERSequence(new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, Names.RECEIPTS_TO)))
        });
    }

    static ReceiptRequest read(ASN1Encodable untrusted) throws Refused {
        try {
            ASN1Sequence fields = ASN1Sequence.getInstance(untrusted);
            ReceiptRequest request = new ReceiptRequest(
                    Bytes.of(ASN1OctetString.getInstance(fields.getObjectAt(0)).getOctets()));
            Der.same(Der.encode(request.write()), Der.encode(untrusted));
            return request;
        } catch (RuntimeException e) {
            throw new Refused("malformed", "The receipt request cannot be understood.", e);
        }
    }

    /** The submission that a content identifier names. */
    static SubmissionId submission(Bytes contentIdentifier) throws Refused {
        Matcher identifier = IDENTIFIER.matcher(new String(contentIdentifier.array(), StandardCharsets.ISO_8859_1));
        Refused.unless(identifier.matches(), "malformed", "The content identifier has another shape.");
        return SubmissionId.parse(identifier.group(1));
    }
}
