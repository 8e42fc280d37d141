package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.Collection;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.sealpost.submission.Bytes;

/** Bouncy Castle's own CMS and its own cryptography open and verify what is sealed here. */
class BouncyCastleTest {
    private static final Provider BC = new BouncyCastleProvider();

    @Test
    void opensWhatIsSealedByKeyAgreement() throws Exception {
        OpeningIdentity force = Cast.opening("force");
        opens(force, new JceKeyAgreeAuthEnvelopedRecipient(key(force)).setProvider(BC));
    }

    @Test
    void opensWhatIsSealedByKeyTransport() throws Exception {
        OpeningIdentity force = Cast.opening("rsa-force");
        opens(force, new JceKeyTransAuthEnvelopedRecipient(key(force)).setProvider(BC));
    }

    @Test
    void findsAChangedAuthenticatedAttribute() throws Exception {
        OpeningIdentity force = Cast.opening("force");
        SealedLayer outer = Forge.sealed();
        SealedLayer changed = new SealedLayer(
                outer.recipient(),
                outer.nonce(),
                outer.ciphertext(),
                SealedLayer.attributes(Forge.context(Cast.force())),
                outer.tag());
        RecipientInformation recipient = recipient(new CMSAuthEnvelopedData(changed.encode()), force.certificate());
        assertThatThrownBy(
                        () -> recipient.getContent(new JceKeyAgreeAuthEnvelopedRecipient(key(force)).setProvider(BC)))
                .isInstanceOf(CMSException.class);
    }

    private static void opens(OpeningIdentity force, Recipient key) throws Exception {
        EnvelopeContext context = Forge.context(force.certificate());
        SignedMessage signed = Forge.signed(context);
        byte[] sealed = Forge.outer(signed.encode(), SealedLayer.attributes(context), force.certificate())
                .encode();

        CMSAuthEnvelopedData envelope = new CMSAuthEnvelopedData(sealed);
        byte[] opened = recipient(envelope, force.certificate()).getContent(key);

        assertThat(opened).isEqualTo(signed.encode());
        AttributeTable outside = envelope.getAuthAttrs();
        assertThat(outside.size()).isEqualTo(2);
        assertThat(value(outside, Names.CONTENT_TYPE)).isEqualTo(Names.DATA);
        assertThat(ContextAttribute.read(value(outside, Names.CONTEXT))).isEqualTo(context);
        verifies(new CMSSignedData(opened), context);
    }

    private static void verifies(CMSSignedData message, EnvelopeContext context) throws Exception {
        assertThat(message.getSignedContentTypeOID()).isEqualTo(Names.SUBMISSION.getId());
        assertThat(message.getCertificates().getMatches(null)).hasSize(1);
        Collection<SignerInformation> signers = message.getSignerInfos().getSigners();
        assertThat(signers).hasSize(1);
        SignerInformation signer = signers.iterator().next();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(BC)
                        .build(Cast.gateway().certificate())))
                .isTrue();
        assertThat(ContextAttribute.read(value(signer.getSignedAttributes(), Names.CONTEXT)))
                .isEqualTo(context);
        assertThat(message.getSignedContent().getContent()).isEqualTo(Forge.CONTENT.array());
    }

    @Test
    void isOpenedHereWhereItSealsInThisProfile() throws Exception {
        EnvelopeContext context = Forge.context(Cast.rsaForce());
        byte[] made = ByBouncyCastle.sealed(
                ByBouncyCastle.signed(context), SealedLayer.attributes(context), ByBouncyCastle.transport("SHA-256"));
        Opened opened = Cast.opener("rsa-force").open(Bytes.of(made));
        assertThat(opened.context()).isEqualTo(context);
        assertThat(opened.submissionJson()).isEqualTo(Example.JSON);
    }

    private static RecipientInformation recipient(CMSAuthEnvelopedData envelope, X509Certificate certificate)
            throws Exception {
        assertThat(envelope.getRecipientInfos().size()).isEqualTo(1);
        RecipientInformation recipient = envelope.getRecipientInfos()
                .get(
                        certificate.getPublicKey().getAlgorithm().equals("RSA")
                                ? new JceKeyTransRecipientId(certificate)
                                : new JceKeyAgreeRecipientId(certificate));
        assertThat(recipient)
                .as("addressed to %s", new JcaX509CertificateHolder(certificate).getSubject())
                .isNotNull();
        return recipient;
    }

    private static ASN1Encodable value(AttributeTable table, ASN1ObjectIdentifier type) {
        assertThat(table.getAll(type).size()).isEqualTo(1);
        return table.get(type).getAttributeValues()[0];
    }

    private static PrivateKey key(OpeningIdentity identity) {
        return identity.key().exposed();
    }
}
