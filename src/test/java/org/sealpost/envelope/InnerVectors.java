package org.sealpost.envelope;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.SubmissionId;

/** Envelopes sealed as they should be, around a signed message that is not. */
final class InnerVectors {
    private InnerVectors() {}

    static List<Vector> all() {
        return List.of(
                raw(
                        "no-signed-attributes",
                        "wrong-attributes",
                        c -> rewritten(Forge.signed(c), s -> new SignerInfo[] {
                            new SignerInfo(
                                    s.getSID(),
                                    s.getDigestAlgorithm(),
                                    (ASN1Set) null,
                                    s.getDigestEncryptionAlgorithm(),
                                    new DEROctetString(Cast.gateway().sign(Forge.CONTENT.array())),
                                    (ASN1Set) null)
                        })),
                raw(
                        "not-signed",
                        "not-signed",
                        c -> Der.encode(new ContentInfo(Names.DATA, new DEROctetString(Forge.CONTENT.array())))),
                raw("no-cms-inside", "trailing-bytes", c -> Forge.CONTENT.array()),
                raw(
                        "inner-trailing-byte",
                        "trailing-bytes",
                        c -> Forge.appended(Forge.signed(c).encode(), 0)),
                raw(
                        "inner-indefinite-length",
                        "not-canonical",
                        c -> OuterVectors.indefinite(Forge.signed(c).encode())),
                raw(
                        "second-signer",
                        "wrong-signers",
                        c -> rewritten(Forge.signed(c), s -> new SignerInfo[] {
                            s,
                            signer(SignedMessage.sign(
                                    Names.SUBMISSION, Forge.CONTENT, Forge.attributes(c), Cast.otherGateway()))
                        })),
                raw("no-signer", "wrong-signers", c -> rewritten(Forge.signed(c), s -> new SignerInfo[0])),
                raw(
                        "unsigned-attribute",
                        "wrong-attributes",
                        c -> rewritten(Forge.signed(c), s -> new SignerInfo[] {
                            new SignerInfo(
                                    s.getSID(),
                                    s.getDigestAlgorithm(),
                                    s.getAuthenticatedAttributes(),
                                    s.getDigestEncryptionAlgorithm(),
                                    s.getEncryptedDigest(),
                                    (ASN1Set) new DERSet(
                                            new Attribute(Names.OUTCOME, new DERSet(new DERUTF8String("x")))))
                        })),
                inner(
                        "wrong-content-type",
                        "wrong-type",
                        m -> SignedMessage.sign(Names.DATA, m.content(), m.attributes(), Cast.gateway())),
                inner(
                        "other-gateway",
                        "unknown-gateway",
                        m -> SignedMessage.sign(m.type(), m.content(), m.attributes(), Cast.otherGateway())),
                inner(
                        "other-gateway-under-this-name",
                        "bad-signature",
                        m -> new SignedMessage(
                                m.type(),
                                m.content(),
                                m.certificate(),
                                m.attributes(),
                                Bytes.of(Cast.otherGateway().sign(m.attributes().der())))),
                inner(
                        "signed-content-changed",
                        "bad-signature",
                        m -> new SignedMessage(
                                m.type(),
                                Bytes.of(Forge.flipped(m.content().array(), 400)),
                                m.certificate(),
                                m.attributes(),
                                m.signature())),
                inner(
                        "signed-attribute-changed-unsigned",
                        "bad-signature",
                        m -> new SignedMessage(
                                m.type(),
                                m.content(),
                                m.certificate(),
                                m.attributes().with(Names.SIGNING_TIME, ContextAttribute.time(Instant.EPOCH)),
                                m.signature())),
                attributes(
                        "signing-certificate-removed",
                        "wrong-attributes",
                        a -> Forge.without(a, Names.SIGNING_CERTIFICATE)),
                attributes("signed-context-removed", "wrong-attributes", a -> Forge.without(a, Names.CONTEXT)),
                attributes("receipt-request-removed", "wrong-attributes", a -> Forge.without(a, Names.RECEIPT_REQUEST)),
                attributes(
                        "signed-attribute-added",
                        "wrong-attributes",
                        a -> a.with(Names.CHECKPOINT, new DERUTF8String("x"))),
                attributes("signed-as-another-type", "wrong-attributes", a -> a.with(Names.CONTENT_TYPE, Names.DATA)),
                attributes(
                        "signed-for-another-certificate",
                        "wrong-attributes",
                        a -> a.with(
                                Names.SIGNING_CERTIFICATE,
                                SigningCertificates.attribute(
                                        Cast.otherGateway().certificate()))),
                attributes(
                        "contexts-swapped",
                        "context-mismatch",
                        a -> a.with(Names.CONTEXT, ContextAttribute.write(Forge.context(Cast.force())))),
                attributes(
                        "signed-at-another-time",
                        "context-mismatch",
                        a -> a.with(Names.SIGNING_TIME, ContextAttribute.time(Cast.SEALED_AT.plusSeconds(1)))),
                attributes(
                        "receipt-for-another",
                        "context-mismatch",
                        a -> a.with(
                                Names.RECEIPT_REQUEST,
                                ReceiptRequest.about(SubmissionId.random(), Forge.RANDOM)
                                        .write())),
                Vector.of("signed-before-the-certificate", "unknown-gateway", () -> {
                    EnvelopeContext early = Forge.context(Cast.force(), Instant.parse("2025-12-31T23:59:59Z"));
                    return Forge.outer(Forge.signed(early).encode(), SealedLayer.attributes(early), Cast.force())
                            .encode();
                }),
                inner("not-mime", "wrong-content", m -> resigned(m, Example.bytes("what was seen"))),
                inner(
                        "bytes-behind-the-mime",
                        "wrong-content",
                        m -> resigned(m, Bytes.of(Forge.appended(Forge.CONTENT.array(), '\r', '\n')))),
                inner(
                        "no-submission-json",
                        "wrong-content",
                        m -> resigned(
                                m,
                                Example.bytes(
                                        new String(Forge.CONTENT.array(), java.nio.charset.StandardCharsets.US_ASCII)
                                                .replace("submission.json", "something.else")))));
    }

    private interface Making {
        byte[] make(EnvelopeContext context) throws Exception;
    }

    private static Vector raw(String name, String code, Making inside) {
        return Vector.of(name, code, () -> {
            EnvelopeContext context = Forge.context(Cast.force());
            return Forge.outer(inside.make(context), SealedLayer.attributes(context), Cast.force())
                    .encode();
        });
    }

    private static Vector inner(String name, String code, UnaryOperator<SignedMessage> wrong) {
        return Vector.of(name, code, () -> Forge.sealed(Cast.force(), wrong).encode());
    }

    /** Other attributes, and the gateway's true signature over them. */
    private static Vector attributes(String name, String code, UnaryOperator<Attributes> wrong) {
        return inner(name, code, m -> Forge.signedWith(m, wrong.apply(m.attributes())));
    }

    private static SignedMessage resigned(SignedMessage like, Bytes content) {
        return SignedMessage.sign(like.type(), content, like.attributes(), Cast.gateway());
    }

    private interface Signers {
        SignerInfo[] of(SignerInfo right);
    }

    private static byte[] rewritten(SignedMessage message, Signers signers) {
        SignedData right = data(message);
        ASN1EncodableVector all = new ASN1EncodableVector();
        all.addAll(signers.of(signer(message)));
        SignedData wrong = new SignedData(
                right.getDigestAlgorithms(),
                right.getEncapContentInfo(),
                right.getCertificates(),
                null,
                new DERSet(all));
        return Der.encode(new ContentInfo(CMSObjectIdentifiers.signedData, wrong));
    }

    private static SignedData data(SignedMessage message) {
        return SignedData.getInstance(ContentInfo.getInstance(message.encode()).getContent());
    }

    private static SignerInfo signer(SignedMessage message) {
        return SignerInfo.getInstance(data(message).getSignerInfos().getObjectAt(0));
    }
}
