package org.sealpost.envelope;

import java.security.MessageDigest;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;
import org.sealpost.submission.Bytes;

/**
 * A CMS SignedData (RFC 5652, section 5) with one signer, its certificate, signed attributes, SHA-384 and ECDSA, and no
 * other thing in it.
 *
 * @param certificate of the one signer, DER
 */
record SignedMessage(
        ASN1ObjectIdentifier type, Bytes content, Bytes certificate, Attributes attributes, Bytes signature) {

    /** Signs {@code content}; adds content type, message digest and signing certificate to the attributes. */
    static SignedMessage sign(ASN1ObjectIdentifier type, Bytes content, Attributes attributes, SigningKey key) {
        Attributes complete = attributes
                .with(Names.CONTENT_TYPE, type)
                .with(Names.MESSAGE_DIGEST, new DEROctetString(Digests.sha384(content.array())))
                .with(Names.SIGNING_CERTIFICATE, SigningCertificates.attribute(key.certificate()));
        byte[] signature = key.sign(complete.der());
        return new SignedMessage(
                type, content, Bytes.of(Certificates.der(key.certificate())), complete, Bytes.of(signature));
    }

    /** What a large content need not be kept in memory for. */
    SignedMessage withoutContent() {
        return new SignedMessage(type, Bytes.of(new byte[0]), certificate, attributes, signature);
    }

    byte[] encode() {
        return encode(new DEROctetString(content.array()));
    }

    /** For whoever has the content otherwise. */
    byte[] encodeDetached() {
        return encode(null);
    }

    private byte[] encode(@Nullable ASN1Encodable inside) {
        Certificate signer = Certificate.getInstance(certificate.array());
        SignerInfo signerInfo = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(
                        signer.getIssuer(), signer.getSerialNumber().getValue())),
                Names.SHA384,
                attributes.set(),
                Names.ECDSA_SHA384,
                new DEROctetString(signature.array()),
                (ASN1Set) null);
        SignedData signed = new SignedData(
                new DERSet(Names.SHA384),
                new ContentInfo(type, inside),
                new DERSet(signer),
                null,
                new DERSet(signerInfo));
        return Der.encode(new ContentInfo(CMSObjectIdentifiers.signedData, signed));
    }

    /** Reads exactly what {@link #encode} writes. Nothing is verified yet. */
    static SignedMessage parse(byte[] untrusted, ASN1ObjectIdentifier expectedType) throws Refused {
        ASN1Encodable outermost = Der.parse(untrusted);
        SignedMessage message;
        try {
            ContentInfo info = ContentInfo.getInstance(outermost);
            Refused.unless(
                    CMSObjectIdentifiers.signedData.equals(info.getContentType()),
                    "not-signed",
                    "There is no signed message where one is required.");
            message = read(SignedData.getInstance(info.getContent()), expectedType);
        } catch (RuntimeException e) {
            throw new Refused("malformed", "The signed message cannot be understood.", e);
        }
        Der.same(message.encode(), untrusted);
        return message;
    }

    private static SignedMessage read(SignedData signed, ASN1ObjectIdentifier expectedType) throws Refused {
        ContentInfo content = signed.getEncapContentInfo();
        Refused.unless(expectedType.equals(content.getContentType()), "wrong-type", "It is signed as something else.");
        Refused.unless(signed.getSignerInfos().size() == 1, "wrong-signers", "It does not have exactly one signer.");
        ASN1Set certificates = signed.getCertificates();
        Refused.unless(
                certificates != null && certificates.size() == 1 && signed.getCRLs() == null,
                "wrong-signers",
                "It does not carry the signer's certificate and nothing else.");
        SignerInfo signer = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
        Refused.unless(
                Der.equal(signer.getDigestAlgorithm(), Names.SHA384)
                        && Der.equal(signer.getDigestEncryptionAlgorithm(), Names.ECDSA_SHA384),
                "wrong-algorithm",
                "It is signed with an algorithm this profile does not allow.");
        Refused.unless(
                signer.getAuthenticatedAttributes() != null && signer.getUnauthenticatedAttributes() == null,
                "wrong-attributes",
                "It is signed without signed attributes, or has unsigned ones.");
        return new SignedMessage(
                expectedType,
                Bytes.of(ASN1OctetString.getInstance(content.getContent()).getOctets()),
                Bytes.of(Der.encode(Certificate.getInstance(certificates.getObjectAt(0)))),
                Attributes.parse(signer.getAuthenticatedAttributes()),
                Bytes.of(signer.getEncryptedDigest().getOctets()));
    }

    /** Passes only where the signature, the digest, the type and the certificate's own hash are right. */
    void verify(java.security.cert.X509Certificate signer) throws Refused {
        Refused.unless(
                SigningKey.verifies(signer, attributes.der(), signature.array()),
                "bad-signature",
                "The signature is not that of the certificate it names.");
        Refused.unless(
                attributes.value(Names.MESSAGE_DIGEST) instanceof ASN1OctetString digest
                        && MessageDigest.isEqual(digest.getOctets(), Digests.sha384(content.array())),
                "bad-signature",
                "The signed content was changed.");
        Refused.unless(
                attributes.has(Names.CONTENT_TYPE, type)
                        && attributes.has(Names.SIGNING_CERTIFICATE, SigningCertificates.attribute(signer)),
                "wrong-attributes",
                "The signed attributes speak of another type or certificate.");
    }
}
