package org.sealpost.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.envelope.CmsSealer;
import org.sealpost.envelope.ForceCertificate;
import org.sealpost.envelope.GatewayIdentity;
import org.sealpost.envelope.Sealer;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Original;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** Signing and sealing 50 KB to one force; beside it one bare signature over as much, by the JDK. */
final class SealingSpeed {
    private static final int SIZE = 50 << 10;

    private SealingSpeed() {}

    static Figure measure(int times) throws IOException {
        try {
            Sealer sealer = sealer();
            seal(sealer, times);
            double ours = seal(sealer, times);
            sign(times);
            double theirs = sign(times);
            return new Figure(
                    "sign and seal 50 KB to one force, processor time",
                    ours,
                    "one ECDSA P-384 signature over 50 KB by the JDK, the same",
                    theirs,
                    0);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static double seal(Sealer sealer, int times) {
        byte[] content = new byte[SIZE];
        new SecureRandom().nextBytes(content);
        List<Original> originals = List.of(new Original("form.bin", Optional.empty(), Bytes.of(content)));
        Bytes json = Bytes.of("{}".getBytes(UTF_8));
        long begin = ProcessorTime.ofThisThread();
        for (int i = 0; i < times; i++) {
            sealer.seal(
                    SubmissionId.random(),
                    Reference.random(new SecureRandom()),
                    new PartnerId("bench"),
                    new ForceId("example-constabulary"),
                    json,
                    originals);
        }
        return (ProcessorTime.ofThisThread() - begin) / 1e6 / times;
    }

    private static double sign(int times) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        PrivateKey key = generator.generateKeyPair().getPrivate();
        byte[] content = new byte[SIZE];
        long begin = ProcessorTime.ofThisThread();
        for (int i = 0; i < times; i++) {
            Signature signature = Signature.getInstance("SHA384withECDSA");
            signature.initSign(key);
            signature.update(content);
            signature.sign();
        }
        return (ProcessorTime.ofThisThread() - begin) / 1e6 / times;
    }

    private static Sealer sealer() throws IOException {
        Path certificates = Path.of("certs-example");
        return new CmsSealer(
                GatewayIdentity.load(
                        certificates.resolve("gateway/signing.pem"), certificates.resolve("gateway/signing.key.pem")),
                Map.of(
                        new ForceId("example-constabulary"),
                        ForceCertificate.load(certificates.resolve("forces/example-constabulary/encryption.pem"))),
                Clock.systemUTC());
    }
}
