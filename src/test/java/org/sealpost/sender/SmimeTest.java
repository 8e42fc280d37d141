package org.sealpost.sender;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Doubt;

/** S/MIME against the openssl command. */
class SmimeTest {
    private static final String ANN = "ann@agency.example";
    private static final String EC = "-newkey ec -pkeyopt ec_paramgen_curve:P-256";
    private static final String RSA = "-newkey rsa:2048";

    @TempDir
    static Path folder;

    private static OpenSslMail client;

    @BeforeAll
    static void people() throws Exception {
        client = new OpenSslMail(folder);
        client.authority("agency-ca");
        client.authority("other-ca");
        String[] signs = {
            "subjectAltName=email:Ann@agency.example", "keyUsage=digitalSignature", "extendedKeyUsage=emailProtection"
        };
        client.certificate("ann", "agency-ca", EC, signs);
        client.certificate("ann-elsewhere", "other-ca", RSA, signs);
        client.certificate("bob", "agency-ca", EC, "subjectAltName=email:bob@agency.example");
        client.certificate("ann-on-the-web", "agency-ca", EC, signs[0], "extendedKeyUsage=serverAuth");
        client.certificate("gateway", "other-ca", RSA, "keyUsage=keyEncipherment");
        client.certificate("gateway-ec", "other-ca", EC, "keyUsage=keyAgreement");
        Files.writeString(client.file("content"), "Content-Type: text/plain\r\n\r\nThe nickname is Quillfeather.\r\n");
    }

    private static Bytes signed(String by, String... more) throws Exception {
        String[] command = {"-sign", "-signer", by + ".pem", "-inkey", by + ".key", "-md", "sha256"};
        return client.mail(
                ANN,
                "content",
                java.util.stream.Stream.concat(java.util.Arrays.stream(command), java.util.Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private static Signers authority() throws Exception {
        return Signers.load(List.of(client.file("agency-ca.pem")), List.of());
    }

    private static Verdict check(Bytes letter, String author, Signers signers, boolean required, String mailKey)
            throws Exception {
        Optional<MailKey> key = mailKey.isEmpty()
                ? Optional.empty()
                : Optional.of(MailKey.load(client.file(mailKey + ".pem"), client.file(mailKey + ".key")));
        Policy policy = new Policy(required ? Set.of(Check.SMIME) : Set.of(), Set.of(), signers, true);
        return new SenderCheck(Optional.empty(), (s, d) -> List.of(), key).check(letter, author, policy);
    }

    private static List<Doubt> doubts(Bytes letter, Signers signers) throws Exception {
        return check(letter, ANN, signers, true, "").doubts();
    }

    private static Bytes changed(Bytes letter, String from, String to) {
        String text = new String(letter.array(), ISO_8859_1);
        assertThat(text).contains(from);
        return Bytes.of(text.replace(from, to).getBytes(ISO_8859_1));
    }

    @Test
    void theSendersOwnSignatureIsBelieved() throws Exception {
        Verdict clear = check(signed("ann"), ANN, authority(), true, "");
        assertThat(clear).isEqualTo(new Verdict(List.of(), Optional.empty()));
        Verdict opaque = check(signed("ann", "-nodetach"), ANN, authority(), true, "");
        assertThat(opaque.doubts()).isEmpty();
        assertThat(new String(opaque.opened().orElseThrow().array(), ISO_8859_1))
                .contains("Quillfeather");
    }

    @Test
    void aSingleCertificateCanBeNamed() throws Exception {
        Signers single = Signers.load(List.of(), List.of(client.file("ann-elsewhere.pem")));
        assertThat(doubts(signed("ann-elsewhere"), single)).isEmpty();
        assertThat(doubts(signed("ann-elsewhere", "-nocerts"), single)).isEmpty();
        assertThat(doubts(signed("ann"), single)).containsExactly(Doubt.SMIME_STRANGER);
    }

    @Test
    void whoeverElseSignsIsAStranger() throws Exception {
        for (String other : List.of("ann-elsewhere", "bob", "ann-on-the-web")) {
            assertThat(doubts(signed(other), authority())).as(other).containsExactly(Doubt.SMIME_STRANGER);
        }
        assertThat(check(signed("ann"), "bob@agency.example", authority(), true, "")
                        .doubts())
                .containsExactly(Doubt.SMIME_STRANGER);
        assertThat(doubts(signed("ann"), Signers.NOBODY)).containsExactly(Doubt.SMIME_STRANGER);
        assertThat(check(signed("bob"), ANN, authority(), false, "").doubts()).isEmpty();
    }

    @Test
    void whatWasChangedIsDoubtedThoughNothingIsRequired() throws Exception {
        Bytes letter = changed(signed("ann"), "Quillfeather", "Quillfeathe2");
        assertThat(doubts(letter, authority())).containsExactly(Doubt.SMIME_FALSE);
        assertThat(check(letter, ANN, Signers.NOBODY, false, "").doubts()).containsExactly(Doubt.SMIME_FALSE);
    }

    @Test
    void whatIsNotSignedOrNotAsAWholeHasNoSignature() throws Exception {
        String plain = "From: ann@agency.example\r\nContent-Type: text/plain\r\n\r\nhello\r\n";
        assertThat(doubts(Bytes.of(plain.getBytes(ISO_8859_1)), authority())).containsExactly(Doubt.SMIME_MISSING);
        String signed = new String(signed("ann").array(), ISO_8859_1);
        String part = signed.substring(signed.indexOf("MIME-Version"));
        String mixed = "From: ann@agency.example\r\nContent-Type: multipart/mixed; boundary=xyz\r\n\r\n--xyz\r\n" + part
                + "\r\n--xyz\r\nContent-Type: text/plain\r\n\r\nnot signed\r\n--xyz--\r\n";
        assertThat(doubts(Bytes.of(mixed.getBytes(ISO_8859_1)), authority())).containsExactly(Doubt.SMIME_MISSING);
        assertThat(doubts(changed(signed("ann"), "MII", "\u0000\u0001\u0002"), authority()))
                .isNotEmpty();
        assertThat(doubts(Bytes.of(new byte[0]), authority())).containsExactly(Doubt.SMIME_MISSING);
    }

    @Test
    void sha1IsNoSignature() throws Exception {
        Bytes letter = client.mail(
                ANN, "content", "-sign", "-signer", "ann-elsewhere.pem", "-inkey", "ann-elsewhere.key", "-md", "sha1");
        Signers single = Signers.load(List.of(), List.of(client.file("ann-elsewhere.pem")));
        assertThat(doubts(letter, single)).isNotEmpty();
    }

    private static Bytes sealed(String inside, String to, String cipher) throws Exception {
        return client.mail(ANN, inside, "-encrypt", cipher, "recip:" + to + ".pem");
    }

    @Test
    void whatIsSealedToTheGatewayIsOpenedAndTheSignatureInsideCounts() throws Exception {
        Files.write(
                client.file("inside"),
                client.mail("", "content", "-sign", "-signer", "ann.pem", "-inkey", "ann.key", "-md", "sha256")
                        .array());
        for (String key : List.of("gateway", "gateway-ec")) {
            for (String cipher : List.of("-aes256", "-aes-128-gcm")) {
                Verdict verdict = check(sealed("inside", key, cipher), ANN, authority(), true, key);
                assertThat(verdict.doubts()).as(key + cipher).isEmpty();
                assertThat(new String(verdict.opened().orElseThrow().array(), ISO_8859_1))
                        .as(key + cipher)
                        .contains("Quillfeather");
            }
        }
    }

    @Test
    void whatDoesNotOpenIsNoFaultAndHasNoSignature() throws Exception {
        Bytes letter = sealed("content", "gateway", "-aes256");
        Verdict verdict = check(letter, ANN, authority(), true, "");
        assertThat(verdict).isEqualTo(new Verdict(List.of(Doubt.SMIME_MISSING), Optional.empty()));
        assertThat(check(letter, ANN, authority(), false, "gateway-ec"))
                .isEqualTo(new Verdict(List.of(), Optional.empty()));
        assertThat(check(sealed("content", "gateway", "-des3"), ANN, authority(), false, "gateway")
                        .opened())
                .isEmpty();
    }

    /** Nothing of a message whose tag does not fit comes out. */
    @Test
    void whatWasChangedUnderItsSealIsNotOpened() throws Exception {
        String text = new String(sealed("content", "gateway", "-aes-128-gcm").array(), ISO_8859_1);
        int at = text.lastIndexOf("\r\n\r\n", text.length() - 5) + 4;
        String head = text.substring(0, at);
        byte[] cms = java.util.Base64.getMimeDecoder().decode(text.substring(at));
        assertThat(check(Bytes.of(text.getBytes(ISO_8859_1)), ANN, authority(), false, "gateway")
                        .opened())
                .isPresent();
        for (int i = cms.length - 40; i < cms.length; i += 3) {
            byte[] changed = cms.clone();
            changed[i] ^= 1;
            Bytes letter = Bytes.of(
                    (head + java.util.Base64.getMimeEncoder().encodeToString(changed) + "\r\n").getBytes(ISO_8859_1));
            assertThat(check(letter, ANN, authority(), false, "gateway").opened())
                    .isEmpty();
        }
    }

    @Test
    void theMailKeyNeverPrintsItself() throws Exception {
        assertThat(MailKey.load(client.file("gateway.pem"), client.file("gateway.key")))
                .hasToString("the mail key");
    }
}
