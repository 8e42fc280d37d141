package org.sealpost.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sealpost.envelope.Sealer;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Original;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** Signing and sealing 50 KB to one force; beside it one bare signature over as much, by the JDK. */
final class SealingSpeed implements Part {
    private static final int SIZE = 50 << 10;

    @Override
    public String name() {
        return "sealing";
    }

    @Override
    public void measure(Scale scale, Report report) throws IOException, GeneralSecurityException {
        int times = scale.of(300, 60);
        Sealer sealer = ExampleTrust.sealer();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        seal(sealer, times);
        sign(times);
        for (int run = 0; run < 5; run++) {
            ours.add(seal(sealer, times));
            theirs.add(sign(times));
        }
        report.ratio(name(), "sealing 50 KB / one bare ECDSA signature by the JDK", ours, theirs, Promise.NONE);
        report.figure(name(), "sign and seal 50 KB to one force, processor time", "ms", ours);
        report.figure(name(), "one ECDSA P-384 signature over 50 KB by the JDK, the same", "ms", theirs);
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
}
