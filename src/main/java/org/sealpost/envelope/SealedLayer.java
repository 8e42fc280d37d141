package org.sealpost.envelope;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.sealpost.submission.Bytes;

/**
 * A CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084), a 96-bit nonce, a 128-bit tag, one recipient and the
 * context as authenticated attribute.
 */
record SealedLayer(RecipientInfo recipient, Bytes nonce, Bytes ciphertext, Attributes attributes, Bytes tag) {
    static final String NOT_AUTHENTIC = "It was changed on the way, or is not sealed with the own key.";

    /** Encrypts under a fresh key that exists nowhere else once this has returned. */
    static SealedLayer seal(Bytes content, EnvelopeContext context, X509Certificate to, SecureRandom random)
            throws GeneralSecurityException {
        byte[] key = new byte[32];
        random.nextBytes(key);
        byte[] nonce = new byte[Names.NONCE_BYTES];
        random.nextBytes(nonce);
        Attributes attributes = attributes(context);
        Cipher cipher = gcm(Cipher.ENCRYPT_MODE, key, nonce, attributes);
        byte[] ciphertext = new byte[content.size()];
        int done = cipher.update(content.array(), 0, content.size(), ciphertext);
        byte[] rest = cipher.doFinal();
        int end = rest.length - Names.TAG_BYTES;
        System.arraycopy(rest, 0, ciphertext, done, end);
        SealedLayer sealed = new SealedLayer(
                Recipients.wrap(key, to, random),
                Bytes.of(nonce),
                Bytes.of(ciphertext),
                attributes,
                Bytes.of(Arrays.copyOfRange(rest, end, rest.length)));
        Arrays.fill(key, (byte) 0);
        return sealed;
    }

    static Attributes attributes(EnvelopeContext context) {
        return new Attributes(
                java.util.Map.of(Names.CONTENT_TYPE, Names.DATA, Names.CONTEXT, ContextAttribute.write(context)));
    }

    /** What the attributes say it is about. Authentic only once {@link #open} has succeeded. */
    EnvelopeContext claimedContext() throws Refused {
        attributes.require(Set.of(Names.CONTENT_TYPE, Names.CONTEXT), Set.of());
        Refused.unless(
                attributes.has(Names.CONTENT_TYPE, Names.DATA),
                "wrong-attributes",
                "The authenticated attributes speak of another type.");
        return ContextAttribute.read(attributes.value(Names.CONTEXT));
    }

    /** The content, only if key, tag, attributes and every byte are those that were sealed by ECDH or RSA. */
    byte[] open(OpeningIdentity identity) throws Refused {
        return decrypt(Recipients.unwrap(recipient, identity));
    }

    /** The content, only if key, tag, attributes and every byte are those that were sealed by ML-KEM. */
    byte[] open(EncapsulationKey own) throws Refused {
        return decrypt(Recipients.unwrap(recipient, own));
    }

    private byte[] decrypt(byte[] key) throws Refused {
        try {
            Cipher cipher = gcm(Cipher.DECRYPT_MODE, key, nonce.array(), attributes);
            byte[] whole = Arrays.copyOf(ciphertext.array(), ciphertext.size() + Names.TAG_BYTES);
            System.arraycopy(tag.array(), 0, whole, ciphertext.size(), Names.TAG_BYTES);
            return cipher.doFinal(whole);
        } catch (GeneralSecurityException e) {
            throw new Refused("not-authentic", NOT_AUTHENTIC, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static Cipher gcm(int mode, byte[] key, byte[] nonce, Attributes attributes)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * Names.TAG_BYTES, nonce));
        cipher.updateAAD(attributes.der());
        return cipher;
    }

    byte[] encode() {
        AuthEnvelopedData enveloped = new AuthEnvelopedData(
                null,
                new DERSet(recipient),
                new EncryptedContentInfo(
                        Names.DATA, Names.aes256Gcm(nonce.array()), new DEROctetString(ciphertext.array())),
                attributes.set(),
                new DEROctetString(tag.array()),
                null);
        return Der.encode(new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, enveloped));
    }

    /** Reads exactly what {@link #encode} writes. Nothing is authenticated yet. */
    static SealedLayer parse(byte[] untrusted) throws Refused {
        ASN1Encodable outermost = Der.parse(untrusted);
        SealedLayer outer;
        try {
            ContentInfo info = ContentInfo.getInstance(outermost);
            Refused.unless(
                    CMSObjectIdentifiers.authEnvelopedData.equals(info.getContentType()),
                    "not-sealed",
                    "It is not authenticated-enveloped data.");
            outer = read(AuthEnvelopedData.getInstance(info.getContent()));
        } catch (RuntimeException e) {
            throw new Refused("malformed", "The envelope cannot be understood.", e);
        }
        Der.same(outer.encode(), untrusted);
        return outer;
    }

    private static SealedLayer read(AuthEnvelopedData enveloped) throws Refused {
        Refused.unless(
                enveloped.getRecipientInfos().size() == 1,
                "wrong-recipients",
                "It is not sealed to exactly one recipient.");
        Refused.unless(enveloped.getAuthAttrs() != null, "wrong-attributes", "It has no authenticated attributes.");
        EncryptedContentInfo content = enveloped.getAuthEncryptedContentInfo();
        AlgorithmIdentifier algorithm = content.getContentEncryptionAlgorithm();
        Refused.unless(
                NISTObjectIdentifiers.id_aes256_GCM.equals(algorithm.getAlgorithm()),
                "wrong-algorithm",
                "It is encrypted with an algorithm this profile does not allow.");
        GCMParameters parameters = GCMParameters.getInstance(algorithm.getParameters());
        ASN1OctetString tag = enveloped.getMac();
        Refused.unless(
                parameters.getIcvLen() == Names.TAG_BYTES
                        && tag.getOctets().length == Names.TAG_BYTES
                        && parameters.getNonce().length == Names.NONCE_BYTES,
                "wrong-algorithm",
                "Its tag or its nonce has another length than this profile's.");
        return new SealedLayer(
                RecipientInfo.getInstance(enveloped.getRecipientInfos().getObjectAt(0)),
                Bytes.of(parameters.getNonce()),
                Bytes.of(content.getEncryptedContent().getOctets()),
                Attributes.parse(enveloped.getAuthAttrs()),
                Bytes.of(tag.getOctets()));
    }
}
