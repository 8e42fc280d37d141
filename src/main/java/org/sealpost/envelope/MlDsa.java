package org.sealpost.envelope;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * ML-DSA-65 (FIPS 204; its keys: RFC 9881), pure, hedged, with the empty context as CMS wants it (RFC 9882, section 3), by
 * Bouncy Castle. Safe to share between threads.
 */
final class MlDsa {
    /** The few certificates that are believed, whose keys need not be decoded each time. */
    private static final Map<X509Certificate, MLDSAPublicKeyParameters> DECODED =
            Collections.synchronizedMap(new WeakHashMap<>());

    private MlDsa() {}

    /** Whether its key says so; {@link #ready} says whether it is one. */
    static boolean is(X509Certificate certificate) {
        return Der.equal(Certificates.publicKeyInfo(certificate).getAlgorithm(), Names.ML_DSA_65);
    }

    static MLDSAPublicKeyParameters ready(X509Certificate certificate) throws GeneralSecurityException {
        MLDSAPublicKeyParameters known = DECODED.get(certificate);
        if (known != null) {
            return known;
        }
        MLDSAPublicKeyParameters decoded = decode(certificate);
        DECODED.put(certificate, decoded);
        return decoded;
    }

    private static MLDSAPublicKeyParameters decode(X509Certificate certificate) throws GeneralSecurityException {
        try {
            if (is(certificate)
                    && PublicKeyFactory.createKey(Certificates.publicKeyInfo(certificate))
                            instanceof MLDSAPublicKeyParameters decoded) {
                return decoded;
            }
        } catch (java.io.IOException | RuntimeException e) {
            throw new InvalidKeyException("not an ML-DSA-65 key", e);
        }
        throw new InvalidKeyException("not an ML-DSA-65 key");
    }

    static byte[] sign(MLDSAPrivateKeyParameters key, byte[] message, SecureRandom random)
            throws GeneralSecurityException {
        try {
            MLDSASigner signer = new MLDSASigner();
            signer.init(true, new ParametersWithRandom(key, random));
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new SignatureException("the key does not sign", e);
        }
    }

    static boolean verifies(X509Certificate signer, byte[] message, byte[] untrustedSignature)
            throws GeneralSecurityException {
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(false, ready(signer));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(untrustedSignature);
    }
}
