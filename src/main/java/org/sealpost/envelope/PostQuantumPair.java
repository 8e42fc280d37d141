package org.sealpost.envelope;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sealpost.submission.Bytes;

/**
 * A new post-quantum key and its certificate, for whoever has no other tool that makes them. The key is written as its seed
 * (RFC 9935, section 6; RFC 9881, section 6).
 *
 * @param privateKey PKCS #8, DER: print it nowhere
 * @param certificate X.509, DER
 * @param publicKey SubjectPublicKeyInfo, DER
 */
public record PostQuantumPair(Bytes privateKey, Bytes certificate, Bytes publicKey) {
    /** What it is for. */
    public enum Kind {
        /** A force's, which is sealed to. */
        ML_KEM_1024(KeyUsage.keyEncipherment),
        /** A gateway's, which signs. */
        ML_DSA_65(KeyUsage.digitalSignature);

        private final int usage;

        Kind(int usage) {
            this.usage = usage;
        }
    }

    /** Certified by an authority, whose key is on P-384 or RSA. @param subject as in RFC 4514: {@code O=...,CN=...} */
    public static PostQuantumPair make(
            Kind kind, String subject, Instant from, Instant to, Path issuerCertificate, Path issuerKey)
            throws IOException {
        X509Certificate issuer = Certificates.load(issuerCertificate);
        PrivateKey key = KeyFile.load(issuerKey, issuer).exposed();
        SecureRandom random = new SecureRandom();
        AsymmetricKeyParameter own = fresh(kind, random);
        try {
            SubjectPublicKeyInfo spki = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicOf(own));
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            X509CertificateHolder made = new X509v3CertificateBuilder(
                            new JcaX509CertificateHolder(issuer).getSubject(),
                            new BigInteger(127, random).setBit(126),
                            Date.from(from),
                            Date.from(to),
                            new X500Name(subject),
                            spki)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(kind.usage))
                    .addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(spki))
                    .addExtension(
                            Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(issuer))
                    .build(new JcaContentSignerBuilder(
                                    key.getAlgorithm().equals("RSA") ? "SHA384withRSA" : "SHA384withECDSA")
                            .build(key));
            return new PostQuantumPair(
                    Bytes.of(Der.encode(PrivateKeyInfoFactory.createPrivateKeyInfo(own))),
                    Bytes.of(made.getEncoded()),
                    Bytes.of(Der.encode(spki)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalArgumentException(issuerKey + " does not sign certificates", e);
        }
    }

    private static AsymmetricKeyParameter fresh(Kind kind, SecureRandom random) {
        byte[] seed = new byte[kind == Kind.ML_KEM_1024 ? 64 : 32];
        random.nextBytes(seed);
        return kind == Kind.ML_KEM_1024
                ? new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_1024, seed)
                        .withPreferredFormat(MLKEMPrivateKeyParameters.SEED_ONLY)
                : new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, seed)
                        .withPreferredFormat(MLDSAPrivateKeyParameters.SEED_ONLY);
    }

    private static AsymmetricKeyParameter publicOf(AsymmetricKeyParameter own) {
        return own instanceof MLKEMPrivateKeyParameters kem
                ? kem.getPublicKeyParameters()
                : ((MLDSAPrivateKeyParameters) own).getPublicKeyParameters();
    }

    @Override
    public String toString() {
        return "a post-quantum key pair";
    }
}
