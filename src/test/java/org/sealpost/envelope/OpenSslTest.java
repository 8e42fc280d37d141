package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Outcome;

/** OpenSSL as the second opinion, with the commands of {@code docs/design/envelope.md}. */
class OpenSslTest {
    private static final String CA = Example.CERTS.resolve("ca.pem").toString();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final SealedEnvelope sealed = Example.classicallySealed();

    @SuppressWarnings("NullAway.Init")
    private Opened opened;

    @BeforeEach
    void open() throws Exception {
        opened = Example.classicalOpener().open(sealed.der());
        Files.write(folder.resolve("envelope.p7m"), sealed.der().array());
        Files.write(folder.resolve("signed.p7m"), opened.signedData().array());
    }

    @Test
    void verifiesTheGatewaysSignature() throws Exception {
        assertThat(verifySigned()).as(String.join("\n", said)).isZero();
        assertThat(Files.readString(folder.resolve("content.eml")))
                .contains("submission.json")
                .contains("form.txt");
    }

    @Test
    void doesNotVerifyWhatWasChanged() throws Exception {
        byte[] changed = opened.signedData().array().clone();
        changed[changed.length / 4] ^= 1;
        Files.write(folder.resolve("signed.p7m"), changed);
        assertThat(verifySigned()).isNotZero();
    }

    @Test
    void acceptsTheReceipt() throws Exception {
        Bytes receipt =
                Example.receiptSigner().sign(opened.receiptBasis(), new Outcome.Accepted(), Optional.of("checkpoint"));
        assertThat(verifyReceipt(receipt)).as(String.join("\n", said)).isZero();
    }

    @Test
    void refusesTheReceiptOfAnotherEnvelope() throws Exception {
        Bytes receipt =
                Example.receiptSigner().sign(Example.sealed().expectation(), new Outcome.Accepted(), Optional.empty());
        assertThat(verifyReceipt(receipt)).isNotZero();
    }

    @Test
    void readsTheEnvelopeAsDer() throws Exception {
        assertThat(openssl("asn1parse", "-inform", "DER", "-in", file("envelope.p7m")))
                .isZero();
        assertThat(String.join("\n", said))
                .contains("id-smime-ct-authEnvelopedData")
                .contains("aes-256-gcm")
                .contains("dhSinglePass-stdDH-sha384kdf-scheme")
                .doesNotContain("inf  cons");
    }

    @Test
    void opensTheEnvelope() throws Exception {
        assumeOpenSsl(305, "skipped: OpenSSL before 3.5 does not read AuthEnvelopedData with authenticated attributes");
        assertThat(openssl("cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", file("envelope.p7m")))
                .as(String.join("\n", said))
                .isZero();
        assertThat(decrypt("envelope.p7m", "encryption", "signed.p7m"))
                .as(String.join("\n", said))
                .isZero();
        assertThat(Files.readAllBytes(folder.resolve("signed.p7m")))
                .isEqualTo(opened.signedData().array());
    }

    /** The two layers one after the other, and both signatures. */
    @Test
    void opensBothLayersOfTheHybridProfile() throws Exception {
        assumeOpenSsl(306, "skipped: OpenSSL before 3.6 has no ML-KEM in CMS");
        SealedEnvelope hybrid = Example.sealed();
        Files.write(folder.resolve("envelope.p7m"), hybrid.der().array());
        assertThat(decrypt("envelope.p7m", "encryption", "inner.p7m"))
                .as(String.join("\n", said))
                .isZero();
        assertThat(decrypt("inner.p7m", "encryption-pq", "signed.p7m"))
                .as(String.join("\n", said))
                .isZero();
        assertThat(Files.readAllBytes(folder.resolve("signed.p7m")))
                .isEqualTo(Example.opener().open(hybrid.der()).signedData().array());
        assertThat(verifySigned()).as(String.join("\n", said)).isZero();
    }

    @Test
    void acceptsTheReceiptOfAHybridEnvelopeAndNoOther() throws Exception {
        Opened hybrid = Example.opener().open(Example.sealed().der());
        Files.write(folder.resolve("signed.p7m"), hybrid.signedData().array());
        ReceiptSigner signer = Example.receiptSigner();
        assertThat(verifyReceipt(signer.sign(hybrid.receiptBasis(), new Outcome.Accepted(), Optional.empty())))
                .as(String.join("\n", said))
                .isZero();
        assertThat(verifyReceipt(signer.sign(opened.receiptBasis(), new Outcome.Accepted(), Optional.empty())))
                .isNotZero();
    }

    private int decrypt(String sealed, String key, String to) throws Exception {
        Path force = Example.FORCE_FILES;
        return openssl(
                "cms",
                "-decrypt",
                "-binary",
                "-inform",
                "DER",
                "-in",
                file(sealed),
                "-recip",
                force.resolve(key + ".pem").toString(),
                "-inkey",
                force.resolve(key + ".key.pem").toString(),
                "-out",
                file(to));
    }

    private void assumeOpenSsl(int least, String why) throws Exception {
        openssl("version");
        Matcher version = Pattern.compile("OpenSSL (\\d+)\\.(\\d+)").matcher(said.get(0));
        assertThat(version.find()).isTrue();
        int number = 100 * Integer.parseInt(version.group(1)) + Integer.parseInt(version.group(2));
        if (number < least) {
            System.out.println(why + "; here is " + version.group());
        }
        assumeTrue(number >= least, why);
    }

    private int verifySigned() throws Exception {
        return openssl(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                file("signed.p7m"),
                "-CAfile",
                CA,
                "-out",
                file("content.eml"));
    }

    /** Never with {@code -verify} beside it: the later option wins, and the receipt would not be looked at. */
    private int verifyReceipt(Bytes receipt) throws Exception {
        Files.write(folder.resolve("receipt.p7s"), receipt.array());
        return openssl(
                "cms",
                "-verify_receipt",
                file("receipt.p7s"),
                "-rctform",
                "DER",
                "-inform",
                "DER",
                "-in",
                file("signed.p7m"),
                "-CAfile",
                CA);
    }

    private final List<String> said = new ArrayList<>();

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        said.clear();
        said.addAll(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
        return process.waitFor();
    }
}
