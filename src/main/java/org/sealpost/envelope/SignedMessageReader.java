package org.sealpost.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.sealpost.submission.Bytes;

/** Takes apart a SignedData with exactly the signers of a profile. Nothing is verified. */
record SignedMessageReader(SignedData signed, Profile profile) {

    SignedMessage read(ASN1ObjectIdentifier expectedType) throws Refused {
        ContentInfo content = signed.getEncapContentInfo();
        Refused.unless(expectedType.equals(content.getContentType()), "wrong-type", "It is signed as something else.");
        List<SignerInfo> signers = signers();
        SignerInfo classical = only(signers, false);
        Optional<LatticeSignature> second =
                profile == Profile.HYBRID ? Optional.of(lattice(only(signers, true))) : Optional.empty();
        return new SignedMessage(
                expectedType,
                Bytes.of(ASN1OctetString.getInstance(content.getContent()).getOctets()),
                certificate(classical),
                Attributes.parse(classical.getAuthenticatedAttributes()),
                Bytes.of(classical.getEncryptedDigest().getOctets()),
                second);
    }

    private LatticeSignature lattice(SignerInfo signer) throws Refused {
        return new LatticeSignature(
                certificate(signer),
                Attributes.parse(signer.getAuthenticatedAttributes()),
                Bytes.of(signer.getEncryptedDigest().getOctets()));
    }

    private List<SignerInfo> signers() throws Refused {
        int expected = profile == Profile.HYBRID ? 2 : 1;
        Refused.unless(
                signed.getSignerInfos().size() == expected,
                "wrong-signers",
                "It does not have exactly the signatures of this profile.");
        ASN1Set certificates = signed.getCertificates();
        Refused.unless(
                certificates != null && certificates.size() == expected && signed.getCRLs() == null,
                "wrong-signers",
                "It does not carry the signers' certificates and nothing else.");
        List<SignerInfo> signers = new ArrayList<>();
        for (ASN1Encodable element : signed.getSignerInfos()) {
            SignerInfo signer = SignerInfo.getInstance(element);
            Refused.unless(
                    isClassical(signer) || isLattice(signer),
                    "wrong-algorithm",
                    "It is signed with an algorithm this profile does not allow.");
            Refused.unless(
                    signer.getAuthenticatedAttributes() != null && signer.getUnauthenticatedAttributes() == null,
                    "wrong-attributes",
                    "It is signed without signed attributes, or has unsigned ones.");
            signers.add(signer);
        }
        return signers;
    }

    private static SignerInfo only(List<SignerInfo> signers, boolean lattice) throws Refused {
        List<SignerInfo> found =
                signers.stream().filter(signer -> isLattice(signer) == lattice).toList();
        Refused.unless(
                found.size() == 1,
                "wrong-algorithm",
                "It does not have one signature by each of this profile's algorithms.");
        return found.get(0);
    }

    private static boolean isClassical(SignerInfo signer) {
        return Der.equal(signer.getDigestAlgorithm(), Names.SHA384)
                && Der.equal(signer.getDigestEncryptionAlgorithm(), Names.ECDSA_SHA384);
    }

    private static boolean isLattice(SignerInfo signer) {
        return Der.equal(signer.getDigestAlgorithm(), Names.SHA512)
                && Der.equal(signer.getDigestEncryptionAlgorithm(), Names.ML_DSA_65);
    }

    /** The one that this signer names. That it carries no other, writing it again shows. */
    private Bytes certificate(SignerInfo signer) throws Refused {
        for (ASN1Encodable element : signed.getCertificates()) {
            Bytes der = Bytes.of(Der.encode(Certificate.getInstance(element)));
            if (signed.getCertificates().size() == 1 || Der.equal(SignedMessage.signer(der), signer.getSID())) {
                return der;
            }
        }
        throw new Refused("wrong-signers", "It does not carry the certificate of each signer.");
    }
}
