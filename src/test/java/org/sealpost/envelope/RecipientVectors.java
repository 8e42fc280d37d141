package org.sealpost.envelope;

import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorIdentifierOrKey;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.sealpost.submission.ForceId;

/** Envelopes whose key goes to somebody else, to more than one, or by a weaker way. */
final class RecipientVectors {
    private RecipientVectors() {}

    static List<Vector> all() {
        return List.of(
                Vector.of("other-recipient", "not-for-us", () -> Forge.sealed(Cast.otherForce())
                        .encode()),
                Vector.of("other-recipient-same-context", "not-for-us", () -> sealedTo(Cast.otherForce())),
                Vector.of("other-force-same-key", "not-for-us", RecipientVectors::otherForce),
                Vector.of("other-certificate-same-key", "not-for-us", () -> {
                    EnvelopeContext other = Forge.context(Cast.otherForce());
                    return Forge.outer(Forge.signed(other).encode(), SealedLayer.attributes(other), Cast.force())
                            .encode();
                }),
                Vector.of("second-recipient", "wrong-recipients", () -> {
                    SealedLayer outer = Forge.sealed();
                    return Forge.encode(
                            new DERSet(new RecipientInfo[] {
                                outer.recipient(),
                                Forge.sealed(Cast.otherForce()).recipient()
                            }),
                            Names.aes256Gcm(outer.nonce().array()),
                            outer.ciphertext(),
                            outer.attributes().set(),
                            outer.tag());
                }),
                Vector.of("second-agreed-key", "wrong-recipients", () -> {
                    KeyAgreeRecipientInfo one = agreed(Forge.sealed());
                    KeyAgreeRecipientInfo other = agreed(Forge.sealed(Cast.otherForce()));
                    return with(new KeyAgreeRecipientInfo(
                            one.getOriginator(),
                            null,
                            one.getKeyEncryptionAlgorithm(),
                            new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                                one.getRecipientEncryptedKeys().getObjectAt(0),
                                other.getRecipientEncryptedKeys().getObjectAt(0)
                            })));
                }),
                Vector.of("agreement-sha1", "wrong-algorithm", () -> agreedBy(CMSAlgorithm.ECDH_SHA1KDF)),
                Vector.of(
                        "agreement-with-key-parameters",
                        "wrong-algorithm",
                        () -> agreedBy(CMSAlgorithm.ECDH_SHA384KDF)),
                Vector.of("agreement-point-off-the-curve", "not-authentic", () -> {
                    KeyAgreeRecipientInfo right = agreed(Forge.sealed());
                    byte[] point = right.getOriginator()
                            .getOriginatorKey()
                            .getPublicKeyData()
                            .getOctets();
                    return with(agreedWith(right, Names.EC_PUBLIC_KEY, Forge.flipped(point, 96)));
                }),
                Vector.rsa("oaep-sha1", "wrong-algorithm", () -> transported(ByBouncyCastle.transport("SHA-1"))),
                Vector.rsa("oaep-sha384", "wrong-algorithm", () -> transported(ByBouncyCastle.transport("SHA-384"))),
                Vector.rsa("pkcs1-v1-5", "wrong-algorithm", () -> transported(ByBouncyCastle.oldTransport())));
    }

    private static byte[] sealedTo(X509Certificate recipient) throws Exception {
        EnvelopeContext context = Forge.context(Cast.force());
        return Forge.outer(Forge.signed(context).encode(), SealedLayer.attributes(context), recipient)
                .encode();
    }

    private static byte[] otherForce() throws Exception {
        EnvelopeContext own = Forge.context(Cast.force());
        EnvelopeContext other = new EnvelopeContext(
                own.id(),
                own.reference(),
                own.partner(),
                new ForceId("other-constabulary"),
                own.forceCertificate(),
                own.postQuantumCertificate(),
                own.sealedAt());
        return Forge.outer(Forge.signed(other).encode(), SealedLayer.attributes(other), Cast.force())
                .encode();
    }

    private static KeyAgreeRecipientInfo agreed(SealedLayer outer) {
        return (KeyAgreeRecipientInfo) outer.recipient().getInfo();
    }

    private static KeyAgreeRecipientInfo agreedWith(
            KeyAgreeRecipientInfo like, AlgorithmIdentifier algorithm, byte[] point) {
        return new KeyAgreeRecipientInfo(
                new OriginatorIdentifierOrKey(new OriginatorPublicKey(algorithm, point)),
                null,
                like.getKeyEncryptionAlgorithm(),
                like.getRecipientEncryptedKeys());
    }

    private static byte[] with(KeyAgreeRecipientInfo recipient) throws Exception {
        SealedLayer right = Forge.sealed();
        return new SealedLayer(
                        new RecipientInfo(recipient),
                        right.nonce(),
                        right.ciphertext(),
                        right.attributes(),
                        right.tag())
                .encode();
    }

    private static byte[] agreedBy(ASN1ObjectIdentifier scheme) throws Exception {
        EnvelopeContext context = Forge.context(Cast.force());
        return ByBouncyCastle.sealed(
                Forge.signed(context).encode(),
                SealedLayer.attributes(context),
                ByBouncyCastle.agreement(scheme, Cast.force()));
    }

    private static byte[] transported(RecipientInfoGenerator to) throws Exception {
        EnvelopeContext context = Forge.context(Cast.rsaForce());
        return ByBouncyCastle.sealed(Forge.signed(context).encode(), SealedLayer.attributes(context), to);
    }
}
