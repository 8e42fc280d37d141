package org.sealpost.envelope;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the certificates that a test needs, right ones and wrong ones, as PEM files. */
record Pki(Path folder, Instant from, Instant to) {
    /** A pair of files: {@code name.pem} and {@code name.key.pem}. */
    record Pair(Path certificate, Path key) {}

    static Pair in(Path folder, String name) {
        return new Pair(folder.resolve(name + ".pem"), folder.resolve(name + ".key.pem"));
    }

    static KeyPair curve(String name) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(name));
        return generator.generateKeyPair();
    }

    static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    static KeyPair mlKem(String name) throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(name, new org.bouncycastle.jce.provider.BouncyCastleProvider())
                .generateKeyPair();
    }

    Pki valid(Instant since, Instant until) {
        return new Pki(folder, since, until);
    }

    /** Signed by itself. */
    Pair make(String name, KeyPair keys, int usage) throws Exception {
        return make(name, keys, usage, name, keys, false);
    }

    Pair authority(String name, KeyPair keys) throws Exception {
        return make(name, keys, KeyUsage.keyCertSign, name, keys, true);
    }

    Pair make(String name, KeyPair keys, int usage, String issuer, KeyPair issuerKeys, boolean authority)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        String mark = "O=SEALPOST EXAMPLE - NOT FOR USE,CN=";
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                new X500Name(mark + issuer),
                                BigInteger.valueOf(1 + Math.abs((long) name.hashCode())),
                                Date.from(from),
                                Date.from(to),
                                new X500Name(mark + name),
                                keys.getPublic())
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                        .build(new JcaContentSignerBuilder(
                                        issuerKeys.getPrivate().getAlgorithm().equals("RSA")
                                                ? "SHA384withRSA"
                                                : "SHA384withECDSA")
                                .build(issuerKeys.getPrivate())));
        Pair pair = in(folder, name);
        pem(pair.certificate(), "CERTIFICATE", certificate.getEncoded());
        pem(pair.key(), "PRIVATE KEY", keys.getPrivate().getEncoded());
        return pair;
    }

    static void pem(Path file, String label, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }
}
