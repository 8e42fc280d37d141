package org.sealpost.sender;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Reads PEM files (RFC 7468). An error names the file, never what is in it. */
final class PemFile {
    private PemFile() {}

    static List<X509Certificate> certificates(Path file) throws IOException {
        List<X509Certificate> found = new ArrayList<>();
        try {
            for (Object object : objects(file)) {
                if (object instanceof X509CertificateHolder holder) {
                    found.add((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
                }
            }
        } catch (CertificateException e) {
            throw new IllegalArgumentException(file + " holds a damaged certificate");
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no certificate");
        }
        return found;
    }

    /** PKCS #8, unencrypted (RFC 5958). */
    static PrivateKey key(Path file) throws IOException {
        for (Object object : objects(file)) {
            if (object instanceof PrivateKeyInfo info) {
                try {
                    return java.security.KeyFactory.getInstance(
                                    new JcaPEMKeyConverter().getPrivateKey(info).getAlgorithm())
                            .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(info.getEncoded()));
                } catch (GeneralSecurityException e) {
                    // The cause may quote the key.
                    throw new IllegalArgumentException(file + " holds no key that can be used");
                }
            }
        }
        throw new IllegalArgumentException(file + " holds no private key in PKCS #8");
    }

    private static List<Object> objects(Path file) throws IOException {
        List<Object> objects = new ArrayList<>();
        try (PEMParser parser = new PEMParser(Files.newBufferedReader(file, StandardCharsets.ISO_8859_1))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                objects.add(object);
            }
        }
        return objects;
    }
}
