package org.sealpost.envelope;

import java.security.KeyPair;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.util.Hashtable;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.SimpleAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Messages as Bouncy Castle's own generators make them, in the profile or weaker. */
final class ByBouncyCastle {
    private static final Provider BC = new BouncyCastleProvider();

    private ByBouncyCastle() {}

    static AttributeTable table(Attributes attributes) {
        Hashtable<ASN1ObjectIdentifier, Attribute> table = new Hashtable<>();
        attributes.values().forEach((type, value) -> table.put(type, new Attribute(type, new DERSet(value))));
        return new AttributeTable(table);
    }

    static byte[] signed(EnvelopeContext context) throws Exception {
        SigningKey gateway = Cast.gateway();
        Attributes attributes = Forge.attributes(context)
                .with(Names.SIGNING_CERTIFICATE, SigningCertificates.attribute(gateway.certificate()));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder().setProvider(BC).build())
                .setSignedAttributeGenerator(given -> new DefaultSignedAttributeTableGenerator(table(attributes))
                        .getAttributes(given)
                        .remove(CMSAttributes.cmsAlgorithmProtect))
                .build(signer(), gateway.certificate()));
        generator.addCertificates(new JcaCertStore(java.util.List.of(gateway.certificate())));
        return Der.encode(generator
                .generate(new CMSProcessableByteArray(Names.SUBMISSION, Forge.CONTENT.array()), true)
                .toASN1Structure());
    }

    private static org.bouncycastle.operator.ContentSigner signer() throws Exception {
        Pki.Pair pair = Pki.in(Cast.KEYS, "gateway");
        return new JcaContentSignerBuilder("SHA384withECDSA")
                .setProvider(BC)
                .build(KeyFile.load(pair.key(), Cast.gateway().certificate()).exposed());
    }

    static RecipientInfoGenerator transport(String digest) throws Exception {
        AlgorithmIdentifier oaep = new JcaAlgorithmParametersConverter()
                .getAlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_RSAES_OAEP,
                        new OAEPParameterSpec(
                                digest, "MGF1", new MGF1ParameterSpec(digest), PSource.PSpecified.DEFAULT));
        return new JceKeyTransRecipientInfoGenerator(Cast.rsaForce(), oaep).setProvider(BC);
    }

    /** RSAES-PKCS1-v1_5. */
    static RecipientInfoGenerator oldTransport() throws Exception {
        return new JceKeyTransRecipientInfoGenerator(Cast.rsaForce()).setProvider(BC);
    }

    static RecipientInfoGenerator agreement(ASN1ObjectIdentifier scheme, X509Certificate to) throws Exception {
        KeyPair ephemeral = Pki.curve("secp384r1");
        return new JceKeyAgreeRecipientInfoGenerator(
                        scheme, ephemeral.getPrivate(), ephemeral.getPublic(), CMSAlgorithm.AES256_WRAP)
                .addRecipient(to)
                .setProvider(BC);
    }

    static byte[] sealed(byte[] inner, Attributes attributes, RecipientInfoGenerator to) throws Exception {
        return Der.encode(berSealed(inner, attributes, to, CMSAlgorithm.AES256_GCM));
    }

    /** In the encoding that the generators choose. */
    static org.bouncycastle.asn1.cms.ContentInfo berSealed(
            byte[] inner, Attributes attributes, RecipientInfoGenerator to, ASN1ObjectIdentifier cipher)
            throws Exception {
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        generator.setAuthenticatedAttributeGenerator(new SimpleAttributeTableGenerator(table(attributes)));
        generator.addRecipientInfoGenerator(to);
        return generator
                .generate(new CMSProcessableByteArray(inner), (OutputAEADEncryptor)
                        new JceCMSContentEncryptorBuilder(cipher)
                                .setProvider(BC)
                                .build())
                .toASN1Structure();
    }

    static byte[] envelopedCbc(byte[] inner, RecipientInfoGenerator to) throws Exception {
        CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(to);
        return Der.encode(generator
                .generate(
                        new CMSProcessableByteArray(inner),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                .setProvider(BC)
                                .build())
                .toASN1Structure());
    }
}
