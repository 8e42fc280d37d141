package org.sealpost.envelope;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/** What may be asked of a certificate (RFC 5280). */
final class Certificates {
    /** Positions in the key usage extension, RFC 5280, section 4.2.1.3. */
    static final int DIGITAL_SIGNATURE = 0;

    static final int KEY_ENCIPHERMENT = 2;
    static final int KEY_AGREEMENT = 4;

    private Certificates() {}

    /** @throws IllegalArgumentException where the file does not hold exactly one certificate in PEM */
    static X509Certificate load(Path pem) throws IOException {
        List<byte[]> found = Pem.blocks(pem, "CERTIFICATE");
        if (found.size() != 1) {
            throw new IllegalArgumentException(pem + " does not hold exactly one certificate");
        }
        return parse(found.get(0));
    }

    static X509Certificate parse(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not an X.509 certificate", e);
        }
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }

    static Sha256 fingerprint(X509Certificate certificate) {
        return Sha256.of(der(certificate));
    }

    static Bytes publicKey(X509Certificate certificate) {
        return Bytes.of(Der.encode(publicKeyInfo(certificate)));
    }

    /** As it stands in the certificate: the JDK writes keys that it does not know in another way. */
    static SubjectPublicKeyInfo publicKeyInfo(X509Certificate certificate) {
        return Certificate.getInstance(der(certificate)).getSubjectPublicKeyInfo();
    }

    /** A certificate without the extension allows every use (RFC 5280, section 4.2.1.3). */
    static boolean allows(X509Certificate certificate, int usage) {
        boolean[] usages = certificate.getKeyUsage();
        return usages == null || usages[usage];
    }

    static boolean validAt(X509Certificate certificate, Instant instant) {
        Date date = Date.from(instant);
        return !date.before(certificate.getNotBefore()) && !date.after(certificate.getNotAfter());
    }

    static boolean isP384(PublicKey key) {
        return key instanceof ECPublicKey
                && SECObjectIdentifiers.secp384r1.equals(SubjectPublicKeyInfo.getInstance(key.getEncoded())
                        .getAlgorithm()
                        .getParameters());
    }
}
