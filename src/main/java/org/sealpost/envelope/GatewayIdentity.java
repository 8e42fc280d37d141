package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import org.sealpost.submission.Bytes;

/** The gateway's signature on every submission. ECDSA on P-384; never prints its key. Safe to share between threads. */
public final class GatewayIdentity {
    private final SigningKey key;

    private GatewayIdentity(SigningKey key) {
        this.key = key;
    }

    /**
     * @param certificate PEM, X.509, for digital signatures
     * @param privateKey PEM, PKCS #8, unencrypted
     * @throws IllegalArgumentException where they are not such a pair; the message names the file
     */
    public static GatewayIdentity load(Path certificate, Path privateKey) throws IOException {
        return new GatewayIdentity(SigningKey.load(certificate, privateKey));
    }

    /**
     * The same with a key that is kept elsewhere.
     *
     * @throws IllegalArgumentException where the certificate's key is not there; the message says where it was looked for
     */
    public static GatewayIdentity load(Path certificate, KeySource privateKey) throws IOException {
        return new GatewayIdentity(SigningKey.load(certificate, privateKey));
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
