package org.sealpost.envelope;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;

/** Attributes of a CMS message: each at most once, each with one value. */
record Attributes(Map<ASN1ObjectIdentifier, ASN1Encodable> values) {
    Attributes {
        values = Map.copyOf(values);
    }

    /** The SET OF in DER, as it is signed or authenticated (RFC 5652, section 5.4; RFC 5083, section 2.2). */
    ASN1Set set() {
        ASN1EncodableVector all = new ASN1EncodableVector();
        values.forEach((type, value) -> all.add(new Attribute(type, new DERSet(value))));
        return new DERSet(all);
    }

    byte[] der() {
        return Der.encode(set());
    }

    Attributes with(ASN1ObjectIdentifier type, ASN1Encodable value) {
        Map<ASN1ObjectIdentifier, ASN1Encodable> more = new LinkedHashMap<>(values);
        more.put(type, value);
        return new Attributes(more);
    }

    static Attributes parse(ASN1Set untrusted) throws Refused {
        Map<ASN1ObjectIdentifier, ASN1Encodable> values = new LinkedHashMap<>();
        for (ASN1Encodable element : untrusted) {
            Attribute attribute = Attribute.getInstance(element);
            ASN1Set inside = attribute.getAttrValues();
            Refused.unless(inside.size() == 1, "wrong-attributes", "An attribute does not have exactly one value.");
            boolean first = values.put(attribute.getAttrType(), inside.getObjectAt(0)) == null;
            Refused.unless(first, "wrong-attributes", "An attribute stands there twice.");
        }
        return new Attributes(values);
    }

    /** All of {@code required}, and beyond them only some of {@code allowed}. */
    void require(Set<ASN1ObjectIdentifier> required, Set<ASN1ObjectIdentifier> allowed) throws Refused {
        boolean complete = values.keySet().containsAll(required);
        Refused.unless(complete, "wrong-attributes", "A required attribute is missing.");
        boolean known = values.keySet().stream().allMatch(t -> required.contains(t) || allowed.contains(t));
        Refused.unless(known, "wrong-attributes", "There is an attribute this profile does not know.");
    }

    boolean has(ASN1ObjectIdentifier type, ASN1Encodable expected) {
        ASN1Encodable value = values.get(type);
        return value != null && Der.equal(value, expected);
    }

    ASN1Encodable value(ASN1ObjectIdentifier type) throws Refused {
        ASN1Encodable value = values.get(type);
        if (value == null) {
            throw new Refused("wrong-attributes", "A required attribute is missing.");
        }
        return value;
    }
}
