package org.sealpost.envelope;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** ML-KEM-1024 (FIPS 203; its keys: RFC 9935), by Bouncy Castle. Safe to share between threads. */
final class MlKem {
    /** The few certificates that are sealed to, whose keys need not be decoded each time. */
    private static final Map<X509Certificate, MLKEMPublicKeyParameters> DECODED =
            Collections.synchronizedMap(new WeakHashMap<>());

    private MlKem() {}

    /** Whether its key says so; {@link #ready} says whether it is one. */
    static boolean is(X509Certificate certificate) {
        return Der.equal(Certificates.publicKeyInfo(certificate).getAlgorithm(), Names.ML_KEM_1024);
    }

    /** Decoded, its length and coefficients checked (FIPS 203, section 7.2). */
    static MLKEMPublicKeyParameters ready(X509Certificate certificate) throws GeneralSecurityException {
        MLKEMPublicKeyParameters known = DECODED.get(certificate);
        if (known != null) {
            return known;
        }
        MLKEMPublicKeyParameters decoded = decode(certificate);
        DECODED.put(certificate, decoded);
        return decoded;
    }

    private static MLKEMPublicKeyParameters decode(X509Certificate certificate) throws GeneralSecurityException {
        try {
            if (is(certificate)
                    && PublicKeyFactory.createKey(Certificates.publicKeyInfo(certificate))
                            instanceof MLKEMPublicKeyParameters decoded) {
                return decoded;
            }
        } catch (java.io.IOException | RuntimeException e) {
            throw new InvalidKeyException("not an ML-KEM-1024 key", e);
        }
        throw new InvalidKeyException("not an ML-KEM-1024 key");
    }

    static SecretWithEncapsulation encapsulate(X509Certificate to, SecureRandom random)
            throws GeneralSecurityException {
        return new MLKEMGenerator(random).generateEncapsulated(ready(to));
    }

    /**
     * A ciphertext that is not for this key gives another secret and no error (FIPS 203, section 6.3): what the secret is
     * used for must tell.
     */
    static byte[] decapsulate(MLKEMPrivateKeyParameters own, byte[] untrustedCiphertext)
            throws GeneralSecurityException {
        try {
            return new MLKEMExtractor(own).extractSecret(untrustedCiphertext);
        } catch (RuntimeException e) {
            throw new InvalidKeyException("not a ciphertext of ML-KEM-1024", e);
        }
    }
}
