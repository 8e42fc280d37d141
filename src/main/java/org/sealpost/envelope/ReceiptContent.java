package org.sealpost.envelope;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.sealpost.submission.Bytes;

/** The Receipt (RFC 2634, section 2.8): version 1, the type of what was signed, its identifier, its signature's value. */
record ReceiptContent(Bytes contentIdentifier, Bytes originatorSignature) {
    Bytes write() {
        return Bytes.of(Der.encode(new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(1),
            Names.SUBMISSION,
            new DEROctetString(contentIdentifier.array()),
            new DEROctetString(originatorSignature.array())
        })));
    }

    static ReceiptContent parse(byte[] untrusted) throws Refused {
        try {
            ASN1Sequence fields = ASN1Sequence.getInstance(Der.parse(untrusted));
            ReceiptContent content = new ReceiptContent(
                    Bytes.of(ASN1OctetString.getInstance(fields.getObjectAt(2)).getOctets()),
                    Bytes.of(ASN1OctetString.getInstance(fields.getObjectAt(3)).getOctets()));
            Der.same(content.write().array(), untrusted);
            return content;
        } catch (RuntimeException e) {
            throw new Refused("malformed", "The receipt cannot be understood.", e);
        }
    }
}
