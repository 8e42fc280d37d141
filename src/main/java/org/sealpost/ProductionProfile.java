package org.sealpost;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sealpost.transport.CertificateFile;
import org.springframework.core.env.Environment;

/**
 * What the profile {@code production} demands before anything listens: own keys, certificates that are valid, TLS wherever this
 * machine is left, passwords of one's own. All that is wrong is told at once.
 */
final class ProductionProfile {
    static final String NAME = "production";

    private final Settings settings;
    private final Environment environment;
    private final Instant now;

    ProductionProfile(Settings settings, Environment environment, Clock clock) {
        this.settings = settings;
        this.environment = environment;
        this.now = clock.instant();
    }

    /** @throws RefusedToStartException with every problem there is */
    void refuse() {
        List<Problem> problems = problems();
        if (!problems.isEmpty()) {
            throw new RefusedToStartException(problems);
        }
    }

    List<Problem> problems() {
        List<Problem> found = new ArrayList<>();
        check(found, this::examples);
        passwords(found);
        check(found, this::sealing);
        check(found, this::expired);
        found.addAll(new PlainConnections(settings, environment).problems());
        return found;
    }

    private void examples(List<Problem> found) throws IOException {
        List<String> examples = Stream.of(
                        ExampleFiles.among(settings),
                        ExampleFiles.among(TlsFile.of(settings, environment)),
                        ExamplesInUse.marked(settings))
                .flatMap(List::stream)
                .distinct()
                .toList();
        if (!examples.isEmpty()) {
            found.add(new Problem(
                    "examples-in-production",
                    "the example keys and accounts are public and not for production: "
                            + ExamplesInUse.replace(examples)));
        }
    }

    private void passwords(List<Problem> found) {
        DefaultPasswords passwords = new DefaultPasswords(settings);
        List<String> known = passwords.known(environment.getProperty("sealpost.cluster.password"));
        if (!known.isEmpty()) {
            found.add(new Problem(
                    "default-password",
                    "a password that everybody knows is as good as none: set another for " + String.join(", ", known)
                            + "; bin/sealpost password makes the hash of an account's"));
        }
        List<String> clear = passwords.inTheClear();
        if (!clear.isEmpty()) {
            found.add(new Problem(
                    "password-in-the-clear",
                    "put the hash that bin/sealpost password makes in place of the password of "
                            + String.join(", ", clear)));
        }
    }

    private void sealing(List<Problem> found) throws IOException {
        for (var force : settings.forces().entrySet()) {
            SealingKeys.force(force.getKey(), force.getValue())
                    .whyNot(now)
                    .ifPresent(why -> found.add(new Problem(
                            "sealing-certificate-unfit",
                            "nothing can be sealed to " + force.getKey() + ", since " + why
                                    + ": ask it for another and set sealpost.forces." + force.getKey()
                                    + ".encryption-certificate or post-quantum-certificate")));
        }
    }

    private void expired(List<Problem> found) throws IOException {
        List<TlsFile> files = new ArrayList<>(TlsFile.of(settings, environment));
        files.add(new TlsFile(
                "signing",
                "sealpost.keys.signing-certificate",
                Home.resolve(settings.keys().signingCertificate())));
        Path other = settings.keys().postQuantumSigningCertificate();
        if (other != null) {
            files.add(new TlsFile("signing", "sealpost.keys.post-quantum-signing-certificate", Home.resolve(other)));
        }
        settings.forces()
                .forEach((name, force) -> files.add(new TlsFile(
                        "receipts of " + name,
                        "sealpost.forces." + name + ".receipt-certificate",
                        Home.resolve(force.receiptCertificate()))));
        for (TlsFile file : files) {
            for (X509Certificate certificate : CertificateFile.in(file.path())) {
                if (now.isBefore(certificate.getNotBefore().toInstant())
                        || now.isAfter(certificate.getNotAfter().toInstant())) {
                    found.add(new Problem(
                            "certificate-expired",
                            "the certificate in " + file.path() + " (" + file.setting()
                                    + ") has expired or is not yet valid: put a valid one in its place"));
                }
            }
        }
    }

    /** What cannot be read keeps nothing else from being told. */
    private static void check(List<Problem> found, Check check) {
        try {
            check.into(found);
        } catch (IOException | IllegalArgumentException e) {
            found.add(new Problem(
                    "key-unreadable",
                    "a configured key or certificate cannot be used, put another in its place: " + e.getMessage()));
        }
    }

    @FunctionalInterface
    private interface Check {
        void into(List<Problem> found) throws IOException;
    }
}
