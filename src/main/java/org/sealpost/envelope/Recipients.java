package org.sealpost.envelope;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.Certificate;

/** How the content's key reaches the one recipient: by agreement for a key on a curve, by transport for RSA, by
 * encapsulation for ML-KEM. */
final class Recipients {
    private Recipients() {}

    static RecipientInfo wrap(byte[] contentKey, X509Certificate recipient, SecureRandom random)
            throws GeneralSecurityException {
        if (recipient.getPublicKey() instanceof RSAPublicKey) {
            return new RecipientInfo(KeyTransport.wrap(contentKey, recipient));
        }
        return MlKem.is(recipient)
                ? new RecipientInfo(KeyEncapsulation.wrap(contentKey, recipient, random))
                : new RecipientInfo(EphemeralAgreement.wrap(contentKey, recipient));
    }

    /** The 32 bytes of the content's key. A failure says the same whatever failed: nobody learns about a padding. */
    static byte[] unwrap(RecipientInfo untrusted, OpeningIdentity identity) throws Refused {
        ASN1Encodable info = info(untrusted);
        if (info instanceof KeyTransRecipientInfo transport) {
            return whole(() -> KeyTransport.unwrap(transport, identity));
        }
        if (info instanceof KeyAgreeRecipientInfo agreement) {
            return whole(() -> EphemeralAgreement.unwrap(agreement, identity));
        }
        throw unknown();
    }

    /** The same, sealed by ML-KEM and in no other way. */
    static byte[] unwrap(RecipientInfo untrusted, EncapsulationKey own) throws Refused {
        if (info(untrusted) instanceof OtherRecipientInfo other) {
            return whole(() -> KeyEncapsulation.unwrap(other, own));
        }
        throw unknown();
    }

    @FunctionalInterface
    private interface Unwrapping {
        byte[] key() throws GeneralSecurityException, Refused;
    }

    private static byte[] whole(Unwrapping unwrapping) throws Refused {
        try {
            byte[] contentKey = unwrapping.key();
            Refused.unless(contentKey.length == 32, "not-authentic", SealedLayer.NOT_AUTHENTIC);
            return contentKey;
        } catch (GeneralSecurityException e) {
            throw new Refused("not-authentic", SealedLayer.NOT_AUTHENTIC, e);
        }
    }

    private static Refused unknown() {
        return new Refused("wrong-recipients", "It is sealed in a way this profile does not know.");
    }

    private static ASN1Encodable info(RecipientInfo untrusted) throws Refused {
        try {
            return untrusted.getInfo();
        } catch (RuntimeException e) {
            throw new Refused("malformed", "The recipient's part cannot be understood.", e);
        }
    }

    static IssuerAndSerialNumber name(X509Certificate certificate) {
        return new IssuerAndSerialNumber(Certificate.getInstance(Certificates.der(certificate)));
    }

    static void requireOwn(boolean own) throws Refused {
        Refused.unless(own, "not-for-us", "It is sealed to somebody else.");
    }

    static void requireExact(boolean exact) throws Refused {
        Refused.unless(exact, "wrong-algorithm", "Its key is sealed with an algorithm this profile does not allow.");
    }
}
