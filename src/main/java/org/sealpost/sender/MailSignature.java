package org.sealpost.sender;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.sealpost.sender.Smime.Signature;

/** The signatures of one CMS message (RFC 5652), each over all of its content. SHA-256 and longer; nothing older counts. */
record MailSignature(CMSSignedData signed) {
    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());

    Signature worth(String author, Signers signers) {
        List<X509Certificate> known = known(signers);
        Signature worth = Signature.NONE;
        for (SignerInformation signer : signed.getSignerInfos()) {
            worth = worth.and(worth(signer, known, author, signers));
        }
        return worth;
    }

    private static Signature worth(
            SignerInformation signer, List<X509Certificate> known, String author, Signers signers) {
        Optional<X509Certificate> certificate =
                known.stream().filter(c -> isOf(signer, c)).findFirst();
        if (certificate.isEmpty()) {
            return Signature.STRANGER;
        }
        if (!fits(signer, certificate.get())) {
            return Signature.FALSE;
        }
        return DIGESTS.contains(signer.getDigestAlgOID()) && signers.include(certificate.get(), known, author)
                ? Signature.GOOD
                : Signature.STRANGER;
    }

    /** By the key alone: whether the certificate is good, and when, is asked apart. */
    private static boolean fits(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
        } catch (CMSException | org.bouncycastle.operator.OperatorCreationException e) {
            return false;
        }
    }

    @SuppressWarnings("unchecked") // the library's selectors have no type
    private static boolean isOf(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.getSID().match(new JcaX509CertificateHolder(certificate));
        } catch (CertificateException e) {
            return false;
        }
    }

    private List<X509Certificate> known(Signers signers) {
        List<X509Certificate> known = new ArrayList<>();
        for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
            try {
                known.add((X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
            } catch (CertificateException | IOException e) {
                // One that cannot be read is nobody's.
            }
        }
        known.addAll(signers.single());
        return known;
    }
}
