package org.sealpost.envelope;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.jspecify.annotations.Nullable;
import org.sealpost.submission.Bytes;

/** Envelopes whose outer layer is weaker than the profile, changed, or written in another way. */
final class OuterVectors {
    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("2.25.1.1");
    private static final int NESTED = 20_000;

    private OuterVectors() {}

    static List<Vector> all() {
        return List.of(
                Vector.of(
                        "cbc-enveloped",
                        "not-sealed",
                        () -> ByBouncyCastle.envelopedCbc(
                                Forge.signed(Forge.context(Cast.force())).encode(),
                                ByBouncyCastle.agreement(CMSAlgorithm.ECDH_SHA384KDF, Cast.force()))),
                Vector.of("gcm-rewritten-as-cbc", "not-sealed", OuterVectors::rewrittenAsCbc),
                Vector.of(
                        "cbc-authenticated",
                        "wrong-algorithm",
                        () -> Forge.withAlgorithm(
                                Forge.sealed(),
                                new AlgorithmIdentifier(
                                        NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16])))),
                Vector.rsa("aes-128", "wrong-algorithm", () -> {
                    EnvelopeContext context = Forge.context(Cast.rsaForce());
                    return Der.encode(ByBouncyCastle.berSealed(
                            ByBouncyCastle.signed(context),
                            SealedLayer.attributes(context),
                            ByBouncyCastle.transport("SHA-256"),
                            CMSAlgorithm.AES128_GCM));
                }),
                Vector.of("short-tag", "wrong-algorithm", OuterVectors::shortTag),
                Vector.of(
                        "short-nonce",
                        "wrong-algorithm",
                        () -> Forge.withAlgorithm(Forge.sealed(), Names.aes256Gcm(new byte[8]))),
                Vector.of("signed-only", "not-sealed", () -> Forge.signed(Forge.context(Cast.force()))
                        .encode()),
                Vector.of("no-authenticated-attributes", "wrong-attributes", () -> attributes(null)),
                Vector.of(
                        "authenticated-attribute-removed",
                        "wrong-attributes",
                        () -> attributes(new Attributes(java.util.Map.of(Names.CONTENT_TYPE, Names.DATA)).set())),
                Vector.of("authenticated-attribute-added", "wrong-attributes", () -> {
                    EnvelopeContext context = Forge.context(Cast.force());
                    Attributes more = SealedLayer.attributes(context).with(UNKNOWN, new DERUTF8String("x"));
                    return Forge.outer(Forge.signed(context).encode(), more, Cast.force())
                            .encode();
                }),
                Vector.of(
                        "authenticated-attribute-changed",
                        "not-authentic",
                        () -> attributes(SealedLayer.attributes(Forge.context(Cast.force()))
                                .set())),
                Vector.of("unauthenticated-attribute", "not-canonical", () -> {
                    SealedLayer outer = Forge.sealed();
                    return Forge.encode(
                            new DERSet(outer.recipient()),
                            Names.aes256Gcm(outer.nonce().array()),
                            outer.ciphertext(),
                            outer.attributes().set(),
                            outer.tag(),
                            new DERSet(new Attribute(UNKNOWN, new DERSet(new DERUTF8String("x")))));
                }),
                Vector.of(
                        "indefinite-length",
                        "not-canonical",
                        () -> indefinite(Forge.sealed().encode())),
                Vector.of(
                        "trailing-byte",
                        "trailing-bytes",
                        () -> Forge.appended(Forge.sealed().encode(), 0)),
                Vector.of("two-envelopes", "trailing-bytes", () -> {
                    byte[] one = Forge.sealed().encode();
                    byte[] both = Arrays.copyOf(one, 2 * one.length);
                    System.arraycopy(one, 0, both, one.length, one.length);
                    return both;
                }),
                Vector.of(
                        "tag-flipped",
                        "not-authentic",
                        () -> last(Forge.sealed().encode(), 1)),
                Vector.of("ciphertext-flipped", "not-authentic", OuterVectors::ciphertextFlipped),
                Vector.of("truncated", "malformed", () -> {
                    byte[] whole = Forge.sealed().encode();
                    return Arrays.copyOf(whole, whole.length - 1);
                }),
                Vector.of("empty", "malformed", () -> new byte[0]),
                Vector.of("deeply-nested", "malformed", OuterVectors::nested));
    }

    /** Indefinite lengths for the outermost sequence (BER, forbidden in DER). */
    static byte[] indefinite(byte[] der) {
        int header = 2 + (der[1] & 0x7f);
        byte[] ber = new byte[2 + der.length - header + 2];
        ber[0] = der[0];
        ber[1] = (byte) 0x80;
        System.arraycopy(der, header, ber, 2, der.length - header);
        return ber;
    }

    private static byte[] attributes(@Nullable ASN1Set instead) throws Exception {
        SealedLayer outer = Forge.sealed();
        return Forge.encode(
                new DERSet(outer.recipient()),
                Names.aes256Gcm(outer.nonce().array()),
                outer.ciphertext(),
                instead,
                outer.tag());
    }

    private static byte[] shortTag() throws Exception {
        SealedLayer outer = Forge.sealed();
        ASN1Encodable parameters = new GCMParameters(outer.nonce().array(), 12);
        return Forge.encode(
                new DERSet(outer.recipient()),
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_GCM, parameters),
                outer.ciphertext(),
                outer.attributes().set(),
                Bytes.of(Arrays.copyOf(outer.tag().array(), 12)));
    }

    /** GCM is counter mode: the same bytes as EnvelopedData would be decrypted without any tag. */
    private static byte[] rewrittenAsCbc() throws Exception {
        SealedLayer outer = Forge.sealed();
        AlgorithmIdentifier cbc = new AlgorithmIdentifier(
                NISTObjectIdentifiers.id_aes256_CBC,
                new DEROctetString(Arrays.copyOf(outer.nonce().array(), 16)));
        EnvelopedData enveloped = new EnvelopedData(
                null,
                new DERSet(outer.recipient()),
                new EncryptedContentInfo(
                        Names.DATA,
                        cbc,
                        new DEROctetString(Arrays.copyOf(outer.ciphertext().array(), 1024))),
                (ASN1Set) null);
        return Der.encode(new ContentInfo(CMSObjectIdentifiers.envelopedData, enveloped));
    }

    private static byte[] last(byte[] whole, int fromEnd) {
        return Forge.flipped(whole, whole.length - fromEnd);
    }

    private static byte[] ciphertextFlipped() throws Exception {
        SealedLayer outer = Forge.sealed();
        byte[] changed = last(outer.ciphertext().array(), 1);
        return new SealedLayer(outer.recipient(), outer.nonce(), Bytes.of(changed), outer.attributes(), outer.tag())
                .encode();
    }

    /** Sequences in sequences, of indefinite length so that it stays small. */
    private static byte[] nested() {
        byte[] deep = new byte[2 * NESTED];
        for (int i = 0; i < NESTED; i++) {
            deep[2 * i] = 0x30;
            deep[2 * i + 1] = (byte) 0x80;
        }
        return deep;
    }
}
