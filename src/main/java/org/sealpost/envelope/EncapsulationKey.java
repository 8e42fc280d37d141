package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;

/** The ML-KEM-1024 key of a force and its certificate. */
record EncapsulationKey(X509Certificate certificate, Secret<MLKEMPrivateKeyParameters> key) {
    static EncapsulationKey load(Path certificatePem, Path keyPem) throws IOException {
        X509Certificate certificate = Certificates.load(certificatePem);
        if (SealingRules.whyNotPostQuantum(certificate).isPresent()) {
            throw new IllegalArgumentException(certificatePem + " is not a certificate of ML-KEM-1024");
        }
        if (KeyFile.postQuantum(keyPem) instanceof MLKEMPrivateKeyParameters key
                && Arrays.equals(
                        key.getPublicKey(),
                        Certificates.publicKeyInfo(certificate)
                                .getPublicKeyData()
                                .getOctets())) {
            return new EncapsulationKey(certificate, new Secret<>(key));
        }
        throw new IllegalArgumentException(keyPem + " holds the key of another certificate");
    }
}
