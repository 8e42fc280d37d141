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

/** Reads the private key that belongs to a certificate: PKCS #8 in PEM, unencrypted (RFC 5958). */
final class KeyFile {
    private KeyFile() {}

    /** @throws IllegalArgumentException where the file holds no such key, or that of another certificate */
    static Secret<PrivateKey> load(Path pem, X509Certificate certificate) throws IOException {
        List<byte[]> found = Pem.blocks(pem, "PRIVATE KEY");
        if (found.size() != 1) {
            throw new IllegalArgumentException(pem + " does not hold exactly one private key in PKCS #8");
        }
        PrivateKey key = parse(pem, found.get(0));
        if (!belongs(key, certificate)) {
            throw new IllegalArgumentException(pem + " holds the key of another certificate");
        }
        return new Secret<>(key);
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
