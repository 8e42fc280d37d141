package org.sealpost;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.sealpost.submission.Sha256;

/** A certificate in PEM or DER, as a configured file. */
final class CertificateFile {
    private CertificateFile() {}

    /** @throws IOException where there is none; the message names the file */
    static X509Certificate read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(Home.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (CertificateException e) {
            throw new IOException("there is no certificate in " + file, e);
        }
    }

    /** Of its DER. */
    static Sha256 digest(Path file) throws IOException {
        return digest(read(file));
    }

    static Sha256 digest(X509Certificate certificate) throws IOException {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IOException("a certificate cannot be encoded", e);
        }
    }
}
