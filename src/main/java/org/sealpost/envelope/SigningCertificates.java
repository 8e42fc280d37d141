package org.sealpost.envelope;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.sealpost.submission.Sha256;

/** The ESS signing-certificate attribute (RFC 5035): the signature names the certificate it must be checked with. */
final class SigningCertificates {
    private SigningCertificates() {}

    static SigningCertificateV2 attribute(X509Certificate certificate) {
        return new SigningCertificateV2(
                new ESSCertIDv2(Sha256.of(Certificates.der(certificate)).bytes()));
    }
}
