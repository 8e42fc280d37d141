package org.sealpost.envelope;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** RSAES-OAEP with SHA-256 and MGF1 with SHA-256 (RFC 8017, section 7.1; RFC 4055, section 4.1). Never SHA-1. */
final class KeyTransport {
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    private static final AlgorithmIdentifier ALGORITHM = new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_RSAES_OAEP,
            new RSAESOAEPparams(
                    SHA256,
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, SHA256),
                    RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));

    private KeyTransport() {}

    static KeyTransRecipientInfo wrap(byte[] contentKey, X509Certificate recipient) throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(Cipher.ENCRYPT_MODE, recipient.getPublicKey(), OAEP);
        return info(Recipients.name(recipient), rsa.doFinal(contentKey));
    }

    static byte[] unwrap(KeyTransRecipientInfo untrusted, OpeningIdentity identity)
            throws GeneralSecurityException, Refused {
        IssuerAndSerialNumber own = Recipients.name(identity.certificate());
        Recipients.requireOwn(Der.equal(untrusted.getRecipientIdentifier(), new RecipientIdentifier(own)));
        byte[] encrypted = untrusted.getEncryptedKey().getOctets();
        Recipients.requireExact(Der.equal(untrusted, info(own, encrypted)));
        if (!(identity.key().exposed() instanceof RSAPrivateKey mine)) {
            throw new Refused("wrong-algorithm", "It is sealed with RSA, but the own key is on a curve.");
        }
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(Cipher.DECRYPT_MODE, mine, OAEP);
        return rsa.doFinal(encrypted);
    }

    private static KeyTransRecipientInfo info(IssuerAndSerialNumber recipient, byte[] encrypted) {
        return new KeyTransRecipientInfo(new RecipientIdentifier(recipient), ALGORITHM, new DEROctetString(encrypted));
    }
}
