package org.sealpost.envelope;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * The one rule by which this room reads: what was read is written again by the code that writes it, and must be the same
 * bytes. So there is one encoding of everything, and nothing unknown, optional or lenient gets past.
 */
final class Der {
    private Der() {}

    static byte[] encode(ASN1Encodable value) {
        ASN1Primitive primitive = value.toASN1Primitive();
        return ExactBytes.of(out -> primitive.encodeTo(out, ASN1Encoding.DER));
    }

    /** One value and nothing behind it. */
    static ASN1Primitive parse(byte[] untrusted) throws Refused {
        try (ASN1InputStream in = new ASN1InputStream(new ByteArrayInputStream(untrusted), untrusted.length)) {
            ASN1Primitive value = in.readObject();
            if (value == null) {
                throw new Refused("malformed", "It is empty.");
            }
            Refused.unless(in.read() < 0, "trailing-bytes", "Bytes follow the end of the message.");
            return value;
        } catch (IOException | RuntimeException e) {
            throw new Refused("malformed", "It is not a DER-encoded CMS message.", e);
        }
    }

    static void same(byte[] written, byte[] read) throws Refused {
        Refused.unless(
                Arrays.equals(written, read),
                "not-canonical",
                "It is not encoded in the one way this profile knows, or holds something this profile does not know.");
    }

    static boolean equal(ASN1Encodable a, ASN1Encodable b) {
        return Arrays.equals(encode(a), encode(b));
    }
}
