package org.sealpost.envelope;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CMSORIforKEMOtherInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * ML-KEM-1024 in a KEMRecipientInfo (RFC 9629; RFC 9936), with HKDF with SHA-256 and AES-256 key wrap, no user keying
 * material.
 */
final class KeyEncapsulation {
    private static final int KEY_BYTES = 32;

    private KeyEncapsulation() {}

    static OtherRecipientInfo wrap(byte[] contentKey, X509Certificate recipient, SecureRandom random)
            throws GeneralSecurityException {
        SecretWithEncapsulation encapsulated = MlKem.encapsulate(recipient, random);
        Cipher wrapping = Cipher.getInstance("AESWrap");
        wrapping.init(Cipher.WRAP_MODE, wrappingKey(encapsulated.getSecret()));
        byte[] wrapped = wrapping.wrap(new SecretKeySpec(contentKey, "AES"));
        return info(Recipients.name(recipient), encapsulated.getEncapsulation(), wrapped);
    }

    static byte[] unwrap(OtherRecipientInfo untrusted, EncapsulationKey own) throws GeneralSecurityException, Refused {
        KEMRecipientInfo kem = kem(untrusted);
        IssuerAndSerialNumber name = Recipients.name(own.certificate());
        Recipients.requireOwn(Der.equal(kem.getRecipientIdentifier(), new RecipientIdentifier(name)));
        byte[] ciphertext = kem.getKemct().getOctets();
        byte[] wrapped = kem.getEncryptedKey().getOctets();
        Recipients.requireExact(Der.equal(untrusted, info(name, ciphertext, wrapped)));
        Cipher unwrapping = Cipher.getInstance("AESWrap");
        unwrapping.init(
                Cipher.UNWRAP_MODE, wrappingKey(MlKem.decapsulate(own.key().exposed(), ciphertext)));
        return unwrapping.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
    }

    private static KEMRecipientInfo kem(OtherRecipientInfo untrusted) throws Refused {
        try {
            Recipients.requireExact(Names.KEM_RECIPIENT.equals(untrusted.getType()));
            return KEMRecipientInfo.getInstance(untrusted.getValue());
        } catch (RuntimeException e) {
            throw new Refused("malformed", "The recipient's part cannot be understood.", e);
        }
    }

    private static OtherRecipientInfo info(IssuerAndSerialNumber recipient, byte[] ciphertext, byte[] wrapped) {
        return new OtherRecipientInfo(
                Names.KEM_RECIPIENT,
                new KEMRecipientInfo(
                        new RecipientIdentifier(recipient),
                        Names.ML_KEM_1024,
                        new DEROctetString(ciphertext),
                        Names.HKDF_SHA256,
                        new ASN1Integer(KEY_BYTES),
                        null,
                        Names.AES256_WRAP,
                        new DEROctetString(wrapped)));
    }

    private static SecretKey wrappingKey(byte[] secret) {
        byte[] derived = derive(secret, Names.AES256_WRAP, KEY_BYTES);
        Arrays.fill(secret, (byte) 0);
        SecretKey key = new SecretKeySpec(derived, "AES");
        Arrays.fill(derived, (byte) 0);
        return key;
    }

    /** RFC 9629, section 5, with HKDF without salt (RFC 9936, section 2.2.1). */
    static byte[] derive(byte[] secret, AlgorithmIdentifier wrap, int length) {
        byte[] about = Der.encode(new CMSORIforKEMOtherInfo(wrap, length));
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(secret, null, about));
        byte[] derived = new byte[length];
        hkdf.generateBytes(derived, 0, length);
        return derived;
    }
}
