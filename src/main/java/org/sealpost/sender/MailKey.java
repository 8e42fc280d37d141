package org.sealpost.sender;

import java.io.IOException;
import java.nio.file.Path;
import java.security.Key;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The key to which partners seal their mail by S/MIME: a pair of its own, that signs nothing and opens no envelope. It is in memory
 * only, and never prints itself. Safe to share between threads.
 */
public final class MailKey {
    private final X509Certificate certificate;
    private final PrivateKey key;

    private MailKey(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /**
     * @param certificate PEM, X.509; of an RSA or an EC key
     * @param privateKey PEM, PKCS #8, unencrypted
     * @throws IllegalArgumentException where they are none; the message names the file
     */
    public static MailKey load(Path certificate, Path privateKey) throws IOException {
        List<X509Certificate> own = PemFile.certificates(certificate);
        PrivateKey key = PemFile.key(privateKey);
        if (isRsa(own.get(0).getPublicKey()) != isRsa(key)) {
            throw new IllegalArgumentException(privateKey + " holds the key of another certificate");
        }
        return new MailKey(own.get(0), key);
    }

    /** The other kind is called EC by one provider and ECDSA by another. */
    private static boolean isRsa(Key key) {
        return key.getAlgorithm().equals("RSA");
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** The one place where it leaves its wrapping. */
    PrivateKey exposed() {
        return key;
    }

    @Override
    public String toString() {
        return "the mail key";
    }
}
