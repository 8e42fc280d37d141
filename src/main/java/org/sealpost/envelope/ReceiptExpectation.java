package org.sealpost.envelope;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/**
 * What the gateway remembers of a sealed envelope so that it can tell a true receipt from any other (RFC 2634, section
 * 2.6), since it cannot open the envelope again. The force finds the same in what it opened and signs it.
 *
 * @param contentIdentifier the signed content identifier of the receipt request
 * @param signature the signature value of the gateway's SignerInfo
 * @param attributesDigest the digest of the DER of its signed attributes (SHA-384)
 * @param envelope SHA-256 of the envelope's DER
 */
public record ReceiptExpectation(
        SubmissionId id, Bytes contentIdentifier, Bytes signature, Bytes attributesDigest, Sha256 envelope) {

    /** To be stored beside the envelope; holds no content. */
    public Bytes encoded() {
        try {
            return Bytes.of(new DERSequence(new ASN1Encodable[] {
                        new ASN1Integer(1),
                        new DERUTF8String(id.toString()),
                        new DEROctetString(contentIdentifier.array()),
                        new DEROctetString(signature.array()),
                        new DEROctetString(attributesDigest.array()),
                        new DEROctetString(envelope.bytes())
                    })
                    .getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("encoding in memory cannot fail", e);
        }
    }

    /** @throws IllegalArgumentException unless these are the bytes {@link #encoded} gave */
    public static ReceiptExpectation decode(Bytes encoded) {
        ASN1Sequence fields = ASN1Sequence.getInstance(encoded.array());
        if (fields.size() != 6) {
            throw new IllegalArgumentException("not a stored receipt expectation");
        }
        ReceiptExpectation decoded = new ReceiptExpectation(
                SubmissionId.parse(
                        ASN1UTF8String.getInstance(fields.getObjectAt(1)).getString()),
                octets(fields, 2),
                octets(fields, 3),
                octets(fields, 4),
                Sha256.ofDigest(octets(fields, 5).array()));
        if (!Arrays.equals(decoded.encoded().array(), encoded.array())) {
            throw new IllegalArgumentException("not a stored receipt expectation");
        }
        return decoded;
    }

    private static Bytes octets(ASN1Sequence fields, int index) {
        return Bytes.of(ASN1OctetString.getInstance(fields.getObjectAt(index)).getOctets());
    }
}
