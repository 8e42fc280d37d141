package org.sealpost.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** Reads the private key that belongs to a certificate: PKCS #8 in PEM, unencrypted (RFC 5958). */
final class KeyFile {
    private KeyFile() {}

    /** @throws IllegalArgumentException where the file holds no such key, or that of another certificate */
    static Secret<PrivateKey> load(Path pem, X509Certificate certificate) throws IOException {
        PrivateKey key = parse(pem, pkcs8(pem));
        if (!belongs(key, certificate)) {
            throw new IllegalArgumentException(pem + " holds the key of another certificate");
        }
        return new Secret<>(key);
    }

    /**
     * A key of ML-KEM or ML-DSA, as seed, expanded or both, which must agree (RFC 9935, section 6; RFC 9881, section 6).
     *
     * @throws IllegalArgumentException where the file holds no key that Bouncy Castle knows
     */
    static AsymmetricKeyParameter postQuantum(Path pem) throws IOException {
        byte[] pkcs8 = pkcs8(pem);
        try {
            return PrivateKeyFactory.createKey(pkcs8);
        } catch (IOException | RuntimeException e) {
            // The cause may quote the key.
            throw new IllegalArgumentException(pem + " holds no key of ML-KEM or ML-DSA");
        }
    }

    private static byte[] pkcs8(Path pem) throws IOException {
        List<byte[]> found = Pem.blocks(pem, "PRIVATE KEY");
        if (found.size() != 1) {
            throw new IllegalArgumentException(pem + " does not hold exactly one private key in PKCS #8");
        }
        return found.get(0);
    }

    private static PrivateKey parse(Path file, byte[] pkcs8) {
        try {
            boolean elliptic = X9ObjectIdentifiers.id_ecPublicKey.equals(
                    PrivateKeyInfo.getInstance(pkcs8).getPrivateKeyAlgorithm().getAlgorithm());
            return KeyFactory.getInstance(elliptic ? "EC" : "RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause may quote the key.
            throw new IllegalArgumentException(file + " holds no EC or RSA key");
        }
    }

    private static boolean belongs(PrivateKey key, X509Certificate certificate) {
        if (key instanceof RSAPrivateKey mine && certificate.getPublicKey() instanceof RSAPublicKey theirs) {
            return mine.getModulus().equals(theirs.getModulus());
        }
        if (key instanceof ECPrivateKey mine
                && certificate.getPublicKey() instanceof ECPublicKey theirs
                && Certificates.isP384(theirs)) {
            var point = CustomNamedCurves.getByName("P-384")
                    .getG()
                    .multiply(mine.getS())
                    .normalize();
            return point.getAffineXCoord().toBigInteger().equals(theirs.getW().getAffineX())
                    && point.getAffineYCoord()
                            .toBigInteger()
                            .equals(theirs.getW().getAffineY());
        }
        return false;
    }
}
