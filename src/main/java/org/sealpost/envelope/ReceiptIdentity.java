package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import org.sealpost.submission.Bytes;

/** A force's signature on its receipts. ECDSA on P-384; never prints its key. Safe to share between threads. */
public final class ReceiptIdentity {
    private final SigningKey key;

    private ReceiptIdentity(SigningKey key) {
        this.key = key;
    }

    /**
     * @param certificate PEM, X.509, for digital signatures
     * @param privateKey PEM, PKCS #8, unencrypted
     * @throws IllegalArgumentException where they are not such a pair; the message names the file
     */
    public static ReceiptIdentity load(Path certificate, Path privateKey) throws IOException {
        return new ReceiptIdentity(SigningKey.load(certificate, privateKey));
    }

    /** DER of the public key (SubjectPublicKeyInfo), for {@link ExampleKeys#contains}. */
    public Bytes publicKey() {
        return Certificates.publicKey(key.certificate());
    }

    SigningKey key() {
        return key;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
