package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;

/** A key pair that signs with ML-DSA-65 (FIPS 204). */
final class LatticeSigningKey {
    private final X509Certificate certificate;
    private final Secret<MLDSAPrivateKeyParameters> key;
    private final SecureRandom random = new SecureRandom();

    private LatticeSigningKey(X509Certificate certificate, MLDSAPrivateKeyParameters key) {
        this.certificate = certificate;
        this.key = new Secret<>(key);
    }

    static LatticeSigningKey load(Path certificatePem, Path keyPem) throws IOException {
        X509Certificate certificate = Certificates.load(certificatePem);
        if (!maySign(certificate)) {
            throw new IllegalArgumentException(certificatePem + " is not a certificate for signatures by ML-DSA-65");
        }
        if (KeyFile.postQuantum(keyPem) instanceof MLDSAPrivateKeyParameters key
                && Arrays.equals(
                        key.getPublicKeyParameters().getEncoded(),
                        Certificates.publicKeyInfo(certificate)
                                .getPublicKeyData()
                                .getOctets())) {
            return new LatticeSigningKey(certificate, key);
        }
        throw new IllegalArgumentException(keyPem + " holds the key of another certificate");
    }

    static boolean maySign(X509Certificate certificate) {
        return MlDsa.is(certificate) && Certificates.allows(certificate, Certificates.DIGITAL_SIGNATURE);
    }

    X509Certificate certificate() {
        return certificate;
    }

    byte[] sign(byte[] message) {
        try {
            return MlDsa.sign(key.exposed(), message, random);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
    }

    static boolean verifies(X509Certificate signer, byte[] message, byte[] untrustedSignature) {
        try {
            return MlDsa.verifies(signer, message, untrustedSignature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "the ML-DSA key of " + Certificates.fingerprint(certificate);
    }
}
