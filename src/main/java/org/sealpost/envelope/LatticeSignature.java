package org.sealpost.envelope;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.sealpost.submission.Bytes;

/**
 * The second SignerInfo of a message: ML-DSA-65 over signed attributes of its own, with SHA-512 (RFC 9882, section 3.3).
 *
 * @param certificate of its signer, DER
 */
record LatticeSignature(Bytes certificate, Attributes attributes, Bytes signature) {

    /** @param common the attributes that both signatures have in common */
    static LatticeSignature sign(ASN1ObjectIdentifier type, Bytes content, Attributes common, LatticeSigningKey key) {
        Attributes complete = common.with(Names.CONTENT_TYPE, type)
                .with(Names.MESSAGE_DIGEST, new DEROctetString(Digests.sha512(content.array())))
                .with(Names.SIGNING_CERTIFICATE, SigningCertificates.attribute(key.certificate()));
        return new LatticeSignature(
                Bytes.of(Certificates.der(key.certificate())), complete, Bytes.of(key.sign(complete.der())));
    }

    SignerInfo write() {
        return new SignerInfo(
                SignedMessage.signer(certificate),
                Names.SHA512,
                attributes.set(),
                Names.ML_DSA_65,
                new DEROctetString(signature.array()),
                (ASN1Set) null);
    }

    /** Passes only where the signature, the digest, the type and the certificate's own hash are right. */
    void verify(X509Certificate signer, ASN1ObjectIdentifier type, Bytes content) throws Refused {
        Refused.unless(
                LatticeSigningKey.verifies(signer, attributes.der(), signature.array()),
                "bad-signature",
                "The post-quantum signature is not that of the certificate it names.");
        Refused.unless(
                attributes.value(Names.MESSAGE_DIGEST) instanceof ASN1OctetString digest
                        && MessageDigest.isEqual(digest.getOctets(), Digests.sha512(content.array())),
                "bad-signature",
                "The signed content was changed.");
        Refused.unless(
                attributes.has(Names.CONTENT_TYPE, type)
                        && attributes.has(Names.SIGNING_CERTIFICATE, SigningCertificates.attribute(signer)),
                "wrong-attributes",
                "The signed attributes speak of another type or certificate.");
    }
}
