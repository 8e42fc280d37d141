package org.sealpost.envelope;

import java.security.MessageDigest;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
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
 * A CMS SignedData (RFC 5652, section 5) with a signature by ECDSA and SHA-384 over signed attributes, where the profile wants
 * it a second one by ML-DSA, each with its certificate, and no other thing in it.
 *
 * @param certificate of the ECDSA signer, DER
 * @param second by ML-DSA; the profile says whether there is one, never the message
 */
record SignedMessage(
        ASN1ObjectIdentifier type,
        Bytes content,
        Bytes certificate,
        Attributes attributes,
        Bytes signature,
        Optional<LatticeSignature> second) {

    SignedMessage(ASN1ObjectIdentifier type, Bytes content, Bytes certificate, Attributes attributes, Bytes signature) {
        this(type, content, certificate, attributes, signature, Optional.empty());
    }

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

    /** The same, signed by ML-DSA as well. @param common the attributes that both signatures have in common */
    SignedMessage andSigned(Attributes common, LatticeSigningKey key) {
        return with(Optional.of(LatticeSignature.sign(type, content, common, key)));
    }

    SignedMessage with(Optional<LatticeSignature> other) {
        return new SignedMessage(type, content, certificate, attributes, signature, other);
    }

    /** What a large content need not be kept in memory for. */
    SignedMessage withoutContent() {
        return new SignedMessage(type, Bytes.of(new byte[0]), certificate, attributes, signature, second);
    }

    byte[] encode() {
        return encode(new DEROctetString(content.array()));
    }

    /** For whoever has the content otherwise. */
    byte[] encodeDetached() {
        return encode(null);
    }

    private byte[] encode(@Nullable ASN1Encodable inside) {
        ASN1EncodableVector digests = new ASN1EncodableVector();
        ASN1EncodableVector certificates = new ASN1EncodableVector();
        ASN1EncodableVector signers = new ASN1EncodableVector();
        digests.add(Names.SHA384);
        certificates.add(Certificate.getInstance(certificate.array()));
        signers.add(new SignerInfo(
                signer(certificate),
                Names.SHA384,
                attributes.set(),
                Names.ECDSA_SHA384,
                new DEROctetString(signature.array()),
                (ASN1Set) null));
        second.ifPresent(other -> {
            digests.add(Names.SHA512);
            certificates.add(Certificate.getInstance(other.certificate().array()));
            signers.add(other.write());
        });
        SignedData signed = new SignedData(
                new DERSet(digests),
                new ContentInfo(type, inside),
                new DERSet(certificates),
                null,
                new DERSet(signers));
        return Der.encode(new ContentInfo(CMSObjectIdentifiers.signedData, signed));
    }

    static SignerIdentifier signer(Bytes certificate) {
        Certificate signer = Certificate.getInstance(certificate.array());
        return new SignerIdentifier(new IssuerAndSerialNumber(
                signer.getIssuer(), signer.getSerialNumber().getValue()));
    }

    /** Reads exactly what {@link #encode} writes. Nothing is verified yet. */
    static SignedMessage parse(byte[] untrusted, ASN1ObjectIdentifier expectedType, Profile profile) throws Refused {
        ASN1Encodable outermost = Der.parse(untrusted);
        SignedMessage message;
        try {
            ContentInfo info = ContentInfo.getInstance(outermost);
            Refused.unless(
                    CMSObjectIdentifiers.signedData.equals(info.getContentType()),
                    "not-signed",
                    "There is no signed message where one is required.");
            message = new SignedMessageReader(SignedData.getInstance(info.getContent()), profile).read(expectedType);
        } catch (RuntimeException e) {
            throw new Refused("malformed", "The signed message cannot be understood.", e);
        }
        Der.same(message.encode(), untrusted);
        return message;
    }

    /**
     * Passes only where the ECDSA signature, the digest, the type and the certificate's own hash are right. The second
     * signature is verified by itself.
     */
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
