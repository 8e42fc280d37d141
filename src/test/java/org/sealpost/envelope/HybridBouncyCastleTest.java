package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.KEMRecipientInformation;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** Bouncy Castle's own CMS opens both layers and verifies both signatures, and its inner layer is opened here. */
class HybridBouncyCastleTest {
    private static final Provider BC = new BouncyCastleProvider();

    private static PrivateKey postQuantumKey() throws Exception {
        byte[] pkcs8 = Pem.blocks(Example.FORCE_FILES.resolve("encryption-pq.key.pem"), "PRIVATE KEY")
                .get(0);
        return KeyFactory.getInstance("ML-KEM", BC).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static RecipientInformation only(byte[] layer) throws Exception {
        var recipients = new CMSAuthEnvelopedData(layer).getRecipientInfos().getRecipients();
        assertThat(recipients).hasSize(1);
        return recipients.iterator().next();
    }

    private static byte[] inner() throws Exception {
        return only(Example.sealed().der().array())
                .getContent(new JceKeyAgreeAuthEnvelopedRecipient(
                                Example.opening().key().exposed())
                        .setProvider(BC));
    }

    @Test
    void opensBothLayersAndVerifiesBothSignatures() throws Exception {
        RecipientInformation recipient = only(inner());
        assertThat(recipient).isInstanceOf(KEMRecipientInformation.class);
        CMSSignedData message = new CMSSignedData(
                recipient.getContent(new JceKEMAuthEnvelopedRecipient(postQuantumKey()).setProvider(BC)));
        Collection<SignerInformation> signers = message.getSignerInfos().getSigners();
        assertThat(signers).hasSize(2);
        for (SignerInformation signer : signers) {
            assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(BC)
                            .build(new JcaX509CertificateHolder(certificate(signer)))))
                    .isTrue();
        }
    }

    private static X509Certificate certificate(SignerInformation signer) {
        X509Certificate first = Example.gateway().key().certificate();
        return first.getSerialNumber().equals(signer.getSID().getSerialNumber())
                ? first
                : Example.gateway().postQuantum().orElseThrow().certificate();
    }

    @Test
    void findsAChangedByteOfTheInnerLayer() throws Exception {
        byte[] inner = inner();
        inner[inner.length - 20] ^= 1;
        assertThatThrownBy(() ->
                        only(inner).getContent(new JceKEMAuthEnvelopedRecipient(postQuantumKey()).setProvider(BC)))
                .isInstanceOf(CMSException.class);
    }

    /** The JDK would give the generator the public key with parameters that the certificate has not. */
    private static X509Certificate asItReads(X509Certificate certificate) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509", BC)
                .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
    }

    @Test
    void isOpenedHereWhereItSealsInThisProfile() throws Exception {
        OpeningIdentity own = Example.opening();
        X509Certificate postQuantum = own.postQuantum().orElseThrow().certificate();
        EnvelopeContext context = new EnvelopeContext(
                SubmissionId.random(),
                Reference.random(Forge.RANDOM),
                Example.PARTNER,
                Example.FORCE,
                own.fingerprint(),
                Optional.of(Certificates.fingerprint(postQuantum)),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Attributes attributes = Forge.attributes(context);
        byte[] signed = SignedMessage.sign(
                        Names.SUBMISSION,
                        Forge.CONTENT,
                        attributes,
                        Example.gateway().key())
                .andSigned(attributes, Example.gateway().postQuantum().orElseThrow())
                .encode();
        byte[] inner = ByBouncyCastle.sealed(
                signed,
                SealedLayer.attributes(context),
                new JceKEMRecipientInfoGenerator(asItReads(postQuantum), CMSAlgorithm.AES256_WRAP)
                        .setKDF(Names.HKDF_SHA256)
                        .setProvider(BC));
        byte[] outer = Forge.outer(inner, SealedLayer.attributes(context), own.certificate())
                .encode();
        Opener opener = new CmsOpener(Example.FORCE, List.of(own), Example.trusted());
        assertThat(opener.open(Bytes.of(outer)).submissionJson()).isEqualTo(Example.JSON);
    }
}
