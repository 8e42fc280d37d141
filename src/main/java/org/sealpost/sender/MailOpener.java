package org.sealpost.sender;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.sealpost.submission.Bytes;

/** Opens what is sealed to the mail key: AES in CBC or GCM mode, nothing older. What does not open is no fault. */
record MailOpener(Optional<MailKey> key) {
    private static final Set<ASN1ObjectIdentifier> CBC = Set.of(
            NISTObjectIdentifiers.id_aes128_CBC,
            NISTObjectIdentifiers.id_aes192_CBC,
            NISTObjectIdentifiers.id_aes256_CBC);
    private static final Set<ASN1ObjectIdentifier> GCM = Set.of(
            NISTObjectIdentifiers.id_aes128_GCM,
            NISTObjectIdentifiers.id_aes192_GCM,
            NISTObjectIdentifiers.id_aes256_GCM);

    /** Not registered, so that nobody else uses it by chance; the platform's own has no parameters of AES-GCM by their OID. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    /** Empty where it is of another kind, or sealed to somebody else, or damaged. */
    Optional<Bytes> opened(ASN1ObjectIdentifier type, byte[] untrustedCms) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            return CMSObjectIdentifiers.envelopedData.equals(type)
                    ? plain(new CMSEnvelopedData(untrustedCms))
                    : CMSObjectIdentifiers.authEnvelopedData.equals(type)
                            ? authenticated(new CMSAuthEnvelopedData(untrustedCms))
                            : Optional.empty();
        } catch (CMSException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Bytes> plain(CMSEnvelopedData sealed) throws CMSException {
        if (!CBC.contains(sealed.getContentEncryptionAlgorithm().getAlgorithm())) {
            return Optional.empty();
        }
        return content(sealed.getRecipientInfos(), false);
    }

    private Optional<Bytes> authenticated(CMSAuthEnvelopedData sealed) throws CMSException {
        if (!GCM.contains(new ASN1ObjectIdentifier(sealed.getEncryptionAlgOID()))) {
            return Optional.empty();
        }
        return content(sealed.getRecipientInfos(), true);
    }

    @SuppressWarnings("unchecked") // the library's selectors have no type
    private Optional<Bytes> content(RecipientInformationStore recipients, boolean authenticated) throws CMSException {
        JcaX509CertificateHolder own;
        try {
            own = new JcaX509CertificateHolder(key.orElseThrow().certificate());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
        for (RecipientInformation recipient : recipients) {
            if (recipient.getRID().match(own)) {
                return Optional.of(Bytes.of(recipient.getContent(by(recipient, authenticated))));
            }
        }
        return Optional.empty();
    }

    private Recipient by(RecipientInformation recipient, boolean authenticated) {
        PrivateKey secret = key.orElseThrow().exposed();
        if (recipient instanceof KeyAgreeRecipientInformation) {
            return authenticated
                    ? new JceKeyAgreeAuthEnvelopedRecipient(secret).setProvider(PROVIDER)
                    : new JceKeyAgreeEnvelopedRecipient(secret).setProvider(PROVIDER);
        }
        return authenticated
                ? new JceKeyTransAuthEnvelopedRecipient(secret).setProvider(PROVIDER)
                : new JceKeyTransEnvelopedRecipient(secret).setProvider(PROVIDER);
    }
}
