package org.sealpost.envelope;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** Makes envelopes piece by piece, so that one piece can be wrong while all the others are right. */
final class Forge {
    static final SecureRandom RANDOM = new SecureRandom();
    static final Bytes CONTENT =
            new Content(Example.JSON, List.of(Example.original("form.txt", "what was seen"))).write();

    private Forge() {}

    static EnvelopeContext context(X509Certificate to) {
        return context(to, Cast.SEALED_AT);
    }

    static EnvelopeContext context(X509Certificate to, Instant at) {
        return new EnvelopeContext(
                SubmissionId.random(),
                Reference.random(RANDOM),
                Example.PARTNER,
                Example.FORCE,
                Certificates.fingerprint(to),
                Optional.empty(),
                at);
    }

    static Attributes attributes(EnvelopeContext context) {
        return CmsSealer.attributes(context, ReceiptRequest.about(context.id(), RANDOM));
    }

    static SignedMessage signed(EnvelopeContext context) {
        return SignedMessage.sign(Names.SUBMISSION, CONTENT, attributes(context), Cast.gateway());
    }

    /** Signed in full by whoever holds the gateway's key, with exactly these attributes. */
    static SignedMessage signedWith(SignedMessage like, Attributes attributes) {
        return new SignedMessage(
                like.type(),
                like.content(),
                like.certificate(),
                attributes,
                Bytes.of(Cast.gateway().sign(attributes.der())));
    }

    static Attributes without(Attributes attributes, ASN1ObjectIdentifier type) {
        Map<ASN1ObjectIdentifier, ASN1Encodable> fewer = new HashMap<>(attributes.values());
        if (fewer.remove(type) == null) {
            throw new IllegalStateException("nothing to leave out");
        }
        return new Attributes(fewer);
    }

    static SealedLayer outer(byte[] inner, Attributes attributes, X509Certificate to) throws GeneralSecurityException {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return outer(inner, attributes, Recipients.wrap(key, to, RANDOM), key);
    }

    static SealedLayer outer(byte[] inner, Attributes attributes, RecipientInfo recipient, byte[] key)
            throws GeneralSecurityException {
        byte[] nonce = new byte[Names.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
        gcm.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        gcm.updateAAD(attributes.der());
        byte[] all = gcm.doFinal(inner);
        int end = all.length - Names.TAG_BYTES;
        return new SealedLayer(
                recipient,
                Bytes.of(nonce),
                Bytes.of(Arrays.copyOf(all, end)),
                attributes,
                Bytes.of(Arrays.copyOfRange(all, end, all.length)));
    }

    static SealedLayer sealed() throws GeneralSecurityException {
        return sealed(Cast.force());
    }

    static SealedLayer sealed(X509Certificate to) throws GeneralSecurityException {
        return sealed(to, UnaryOperator.identity());
    }

    /** Everything right outside; inside, what {@code wrong} makes of a right message. */
    static SealedLayer sealed(X509Certificate to, UnaryOperator<SignedMessage> wrong) throws GeneralSecurityException {
        EnvelopeContext context = context(to);
        return outer(wrong.apply(signed(context)).encode(), SealedLayer.attributes(context), to);
    }

    static byte[] encode(
            ASN1Set recipients,
            AlgorithmIdentifier algorithm,
            Bytes ciphertext,
            @Nullable ASN1Set attributes,
            Bytes tag) {
        return encode(recipients, algorithm, ciphertext, attributes, tag, null);
    }

    static byte[] encode(
            ASN1Set recipients,
            AlgorithmIdentifier algorithm,
            Bytes ciphertext,
            @Nullable ASN1Set attributes,
            Bytes tag,
            @Nullable ASN1Set unauthenticated) {
        AuthEnvelopedData enveloped = new AuthEnvelopedData(
                null,
                recipients,
                new EncryptedContentInfo(Names.DATA, algorithm, new DEROctetString(ciphertext.array())),
                attributes,
                new DEROctetString(tag.array()),
                unauthenticated);
        return Der.encode(new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, enveloped));
    }

    static byte[] withAlgorithm(SealedLayer outer, AlgorithmIdentifier algorithm) {
        return encode(
                new DERSet(outer.recipient()),
                algorithm,
                outer.ciphertext(),
                outer.attributes().set(),
                outer.tag());
    }

    static byte[] appended(byte[] to, int... more) {
        byte[] longer = Arrays.copyOf(to, to.length + more.length);
        for (int i = 0; i < more.length; i++) {
            longer[to.length + i] = (byte) more[i];
        }
        return longer;
    }

    static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }
}
