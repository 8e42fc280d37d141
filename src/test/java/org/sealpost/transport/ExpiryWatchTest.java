package org.sealpost.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How long is left, told in time and once for each step. */
@ExtendWith(OutputCaptureExtension.class)
class ExpiryWatchTest {
    private static final Path CERTIFICATE = Path.of("certs-example/gateway/signing.pem");

    @TempDir
    Path folder;

    private Instant now = Instant.EPOCH;
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private static Instant end() throws Exception {
        X509Certificate certificate = CertificateFile.in(CERTIFICATE).get(0);
        return certificate.getNotAfter().toInstant();
    }

    @Test
    void eachStepIsToldOnceAndTheGaugeCounts(CapturedOutput log) throws Exception {
        ExpiryWatch watch = new ExpiryWatch(Map.of("tea", CERTIFICATE), clock);
        long[] hours = {31 * 24, 30 * 24 - 1, 30 * 24 - 2, 14 * 24 - 1, 7 * 24 - 1, 6 * 24, 1, -1, -30};
        for (long left : hours) {
            now = end().minus(Duration.ofHours(left));
            watch.look();
        }
        assertThat(log.getAll().lines().filter(line -> line.contains("The certificate for tea")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("WARN", "ends in 29 days"),
                        line -> assertThat(line).contains("WARN", "ends in 13 days"),
                        line -> assertThat(line).contains("ERROR", "ends in 6 days"),
                        line -> assertThat(line).contains("ERROR", "has ended"));
        now = end().minus(Duration.ofHours(25));
        assertThat(watch.days("tea")).hasValue(1);
        assertThat(watch.sentences())
                .containsExactly("The certificate for tea ends in 1 day: put a new one in its place.");
        now = end().minus(Duration.ofDays(31));
        assertThat(watch.sentences()).isEmpty();
        now = end().plusSeconds(1);
        assertThat(watch.days("tea")).hasValue(-1);
    }

    @Test
    void theFirstOfSeveralCountsAndAReplacedFileIsSeen() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        now = Instant.now();
        certificate("soon.pem", 5);
        Path both = folder.resolve("both.pem");
        Files.writeString(both, Files.readString(CERTIFICATE) + Files.readString(folder.resolve("soon.pem")));
        ExpiryWatch watch = new ExpiryWatch(Map.of("tea", both, "cake", folder.resolve("missing")), clock);
        assertThat(watch.days("tea")).hasValue(4);
        assertThat(watch.days("cake")).isEmpty();
        certificate("later.pem", 200);
        Files.copy(folder.resolve("later.pem"), both, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(watch.days("tea")).hasValue(199);
        assertThat(watch.sentences()).isEmpty();
    }

    private void certificate(String name, int days) throws Exception {
        List<String> command = List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                Integer.toString(days),
                "-subj",
                "/CN=tea",
                "-keyout",
                name + ".key",
                "-out",
                name);
        Process openssl = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(openssl.waitFor()).isZero();
    }
}
