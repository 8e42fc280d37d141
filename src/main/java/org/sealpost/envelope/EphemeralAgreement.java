package org.sealpost.envelope;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorIdentifierOrKey;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.DerivationFunction;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.params.KDFParameters;

/**
 * Ephemeral-static ECDH on P-384 (RFC 5753, section 3.1): {@code dhSinglePass-stdDH-sha384kdf-scheme} with AES-256 key
 * wrap (RFC 3394), no user keying material. Ciphers are the JDK's own, the ephemeral key is {@link P384}'s.
 */
final class EphemeralAgreement {
    private static final int KEY_BITS = 256;

    private EphemeralAgreement() {}

    static KeyAgreeRecipientInfo wrap(byte[] contentKey, X509Certificate recipient) throws GeneralSecurityException {
        KeyPair ephemeral = P384.ephemeral();
        Cipher wrapping = Cipher.getInstance("AESWrap");
        wrapping.init(Cipher.WRAP_MODE, wrappingKey(P384.agree(ephemeral.getPrivate(), recipient.getPublicKey())));
        byte[] point = SubjectPublicKeyInfo.getInstance(ephemeral.getPublic().getEncoded())
                .getPublicKeyData()
                .getOctets();
        return info(point, Recipients.name(recipient), wrapping.wrap(new SecretKeySpec(contentKey, "AES")));
    }

    static byte[] unwrap(KeyAgreeRecipientInfo untrusted, OpeningIdentity identity)
            throws GeneralSecurityException, Refused {
        byte[] point;
        RecipientEncryptedKey encrypted;
        try {
            OriginatorPublicKey originator = untrusted.getOriginator().getOriginatorKey();
            Recipients.requireExact(originator != null);
            point = originator.getPublicKeyData().getOctets();
            ASN1Sequence keys = untrusted.getRecipientEncryptedKeys();
            Refused.unless(keys.size() == 1, "wrong-recipients", "It is not sealed to exactly one recipient.");
            encrypted = RecipientEncryptedKey.getInstance(keys.getObjectAt(0));
        } catch (RuntimeException e) {
            throw new Refused("malformed", "The recipient's part cannot be understood.", e);
        }
        IssuerAndSerialNumber own = Recipients.name(identity.certificate());
        Recipients.requireOwn(Der.equal(encrypted.getIdentifier(), new KeyAgreeRecipientIdentifier(own)));
        byte[] wrapped = encrypted.getEncryptedKey().getOctets();
        Recipients.requireExact(Der.equal(untrusted, info(point, own, wrapped)));
        if (!(identity.key().exposed() instanceof ECPrivateKey mine)) {
            throw new Refused("wrong-algorithm", "It is sealed with key agreement, but the own key is RSA.");
        }
        Cipher unwrapping = Cipher.getInstance("AESWrap");
        unwrapping.init(Cipher.UNWRAP_MODE, wrappingKey(agreed(mine, publicKey(point))));
        return unwrapping.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
    }

    private static KeyAgreeRecipientInfo info(byte[] point, IssuerAndSerialNumber recipient, byte[] wrapped) {
        return new KeyAgreeRecipientInfo(
                new OriginatorIdentifierOrKey(new OriginatorPublicKey(Names.EC_PUBLIC_KEY, point)),
                null,
                Names.ECDH_SHA384_WRAP,
                new DERSequence(new RecipientEncryptedKey(
                        new KeyAgreeRecipientIdentifier(recipient), new DEROctetString(wrapped))));
    }

    /** With a key that is used again and again, hence by the JDK, which takes the same time for each. */
    private static byte[] agreed(PrivateKey own, PublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    /** The X9.63 key derivation (SEC 1, section 3.6.1), which ISO 18033-2 calls KDF2. */
    private static SecretKey wrappingKey(byte[] secret) throws GeneralSecurityException {
        byte[] bits = ByteBuffer.allocate(4).putInt(KEY_BITS).array();
        byte[] sharedInfo = Der.encode(new ECCCMSSharedInfo(Names.AES256_WRAP, bits));
        DerivationFunction x963 = new KDF2BytesGenerator(new SHA384Digest());
        x963.init(new KDFParameters(secret, sharedInfo));
        byte[] derived = new byte[KEY_BITS / 8];
        x963.generateBytes(derived, 0, derived.length);
        return new SecretKeySpec(derived, "AES");
    }

    /** An uncompressed point that lies on the curve: anything else would leak the private key bit by bit. */
    private static PublicKey publicKey(byte[] untrustedPoint) throws GeneralSecurityException {
        try {
            boolean uncompressed = untrustedPoint.length == 97 && untrustedPoint[0] == 4;
            if (!uncompressed
                    || !CustomNamedCurves.getByName("P-384")
                            .getCurve()
                            .decodePoint(untrustedPoint)
                            .isValid()) {
                throw new InvalidKeyException("not a point of the curve");
            }
            AlgorithmIdentifier p384 =
                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp384r1);
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Der.encode(new SubjectPublicKeyInfo(p384, untrustedPoint))));
        } catch (IllegalArgumentException e) {
            throw new InvalidKeyException("not a point of the curve", e);
        }
    }
}
