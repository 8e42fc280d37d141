package org.sealpost.envelope;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;

/**
 * What a force lacks of its own sequence, and asks for:
 *
 * <pre>ResendRequest ::= SEQUENCE { version INTEGER (1), force UTF8String, numbers SEQUENCE OF INTEGER }</pre>
 *
 * @param numbers from 1, at most {@link #MOST}
 */
public record ResendRequest(ForceId force, SortedSet<Long> numbers) {
    public static final int MOST = 1_000;

    public ResendRequest {
        numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
        if (numbers.isEmpty() || numbers.size() > MOST || numbers.first() < 1) {
            throw new IllegalArgumentException("a force asks for 1 to 1,000 numbers from 1");
        }
    }

    Bytes write() {
        ASN1Encodable[] integers = numbers.stream().map(ASN1Integer::new).toArray(ASN1Encodable[]::new);
        return Bytes.of(Der.encode(new DERSequence(
                new ASN1Encodable[] {new ASN1Integer(1), new DERUTF8String(force.value()), new DERSequence(integers)
                })));
    }

    /** Reads exactly what {@link #write} writes. */
    static ResendRequest parse(Bytes untrusted) throws Refused {
        try {
            ASN1Sequence fields = ASN1Sequence.getInstance(Der.parse(untrusted.array()));
            List<Long> numbers = Stream.of(
                            ASN1Sequence.getInstance(fields.getObjectAt(2)).toArray())
                    .map(number -> ASN1Integer.getInstance(number).longValueExact())
                    .toList();
            ResendRequest request = new ResendRequest(
                    new ForceId(
                            ASN1UTF8String.getInstance(fields.getObjectAt(1)).getString()),
                    new TreeSet<>(numbers));
            Der.same(request.write().array(), untrusted.array());
            return request;
        } catch (RuntimeException e) {
            throw new Refused("malformed", "The request cannot be understood.", e);
        }
    }
}
