package org.sealpost.sender;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Doubt;

/** DKIM, verified against a name server on loopback and against a folder of keys. */
class DkimTest {
    private static final String LETTER =
            "From: Ann <ann@agency.example>\r\nTo: forms@gateway.example\r\nSubject: a form\r\n\r\nNothing but text.\r\n";
    private static final String TEMPLATE =
            "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=k1; h=from:to:subject; bh=; b=;%s";
    private static KeyPair pair;
    private static String record;

    @TempDir
    Path folder;

    private final DnsServer dns = new DnsServer();

    @BeforeAll
    static void key() throws Exception {
        pair = pair(2048);
        record = record(pair);
    }

    @AfterEach
    void close() {
        dns.close();
    }

    private static KeyPair pair(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String record(KeyPair pair) {
        return "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static String signed(String letter, String domain, String more, KeyPair by) throws Exception {
        String field = new DKIMSigner(TEMPLATE.formatted(domain, more), by.getPrivate())
                .sign(new ByteArrayInputStream(letter.getBytes(US_ASCII)));
        return field + "\r\n" + letter;
    }

    private static String signed(String letter, String domain) throws Exception {
        return signed(letter, domain, "", pair);
    }

    private Optional<Doubt> doubt(DkimKeys keys, String letter, String... others) {
        Policy policy = new Policy(Set.of(Check.DKIM), Set.of(others), Signers.NOBODY, true);
        List<Doubt> doubts = new SenderCheck(Optional.empty(), keys, Optional.empty())
                .check(Bytes.of(letter.getBytes(US_ASCII)), "ann@agency.example", policy)
                .doubts();
        assertThat(doubts.size()).isLessThan(2);
        return doubts.stream().findFirst();
    }

    private Optional<Doubt> byDns(String letter, String... others) {
        return doubt(DnsKeys.by(dns.address()), letter, others);
    }

    private void publish(String domain, String text) {
        dns.records.put("k1._domainkey." + domain + ".", text);
    }

    @Test
    void theDomainsOwnSignatureIsBelieved() throws Exception {
        publish("agency.example", record);
        assertThat(byDns(signed(LETTER, "agency.example"))).isEmpty();
        assertThat(byDns(signed(LETTER, "AGENCY.example"))).isEmpty();
    }

    @Test
    void aFolderOfKeysNeedsNoNameServer() throws Exception {
        Files.writeString(folder.resolve("k1._domainkey.agency.example.txt"), record + "\n");
        dns.failing = true;
        DkimKeys keys = new KeyFolder(folder).orElse(DnsKeys.by(dns.address()));
        assertThat(doubt(keys, signed(LETTER, "agency.example"))).isEmpty();
        assertThat(dns.asked).isEmpty();
    }

    @Test
    void whatWasChangedOrIsNotSignedIsNot() throws Exception {
        publish("agency.example", record);
        String letter = signed(LETTER, "agency.example");
        assertThat(byDns(LETTER)).contains(Doubt.DKIM_MISSING);
        assertThat(byDns(letter.replace("Nothing but", "Something in"))).contains(Doubt.DKIM_MISSING);
        assertThat(byDns(letter.replace("From: Ann", "From: Bob"))).contains(Doubt.DKIM_MISSING);
        assertThat(byDns(letter + "more\r\n")).contains(Doubt.DKIM_MISSING);
        assertThat(byDns("DKIM-Signature: v=1; rubbish\r\n" + LETTER)).contains(Doubt.DKIM_MISSING);
    }

    @Test
    void anotherDomainsSignatureCountsOnlyWhereItIsNamed() throws Exception {
        for (String domain : List.of("evil.example", "example", "sub.agency.example")) {
            publish(domain, record);
            String letter = signed(LETTER, domain);
            assertThat(byDns(letter)).as(domain).contains(Doubt.DKIM_MISSING);
            assertThat(byDns(letter, domain.toUpperCase(java.util.Locale.ROOT)))
                    .as(domain)
                    .isEmpty();
        }
    }

    /** Nobody makes the gateway ask for names of their own. */
    @Test
    void noNameServerIsAskedAboutOtherDomains() throws Exception {
        byDns(signed(LETTER, "evil.example"));
        assertThat(dns.asked).isEmpty();
    }

    @Test
    void aSignatureOfTheBeginningOfABodyIsNoSignature() throws Exception {
        publish("agency.example", record);
        String letter = signed(LETTER, "agency.example", " l=10;", pair);
        assertThat(byDns(letter)).contains(Doubt.DKIM_MISSING);
        assertThat(byDns(letter + "and more that nobody signed\r\n")).contains(Doubt.DKIM_MISSING);
    }

    @Test
    void testedRevokedAndShortKeysAreNoKeys() throws Exception {
        publish("agency.example", record.replace("k=rsa;", "k=rsa; t=s:y;"));
        assertThat(byDns(signed(LETTER, "agency.example"))).contains(Doubt.DKIM_MISSING);
        dns.records.clear();
        publish("agency.example", "v=DKIM1; k=rsa; p=");
        assertThat(byDns(signed(LETTER, "agency.example"))).contains(Doubt.DKIM_MISSING);
        KeyPair small = pair(768);
        dns.records.clear();
        publish("agency.example", record(small));
        assertThat(byDns(signed(LETTER, "agency.example", "", small))).contains(Doubt.DKIM_MISSING);
    }

    @Test
    void aSignatureThatHasExpiredIsNone() throws Exception {
        publish("agency.example", record);
        long soon = Instant.now().getEpochSecond() + 2;
        String letter = signed(LETTER, "agency.example", " x=" + soon + ";", pair);
        assertThat(byDns(letter)).isEmpty();
        await().until(() -> Instant.now().getEpochSecond() > soon);
        assertThat(byDns(letter)).contains(Doubt.DKIM_MISSING);
    }

    @Test
    void noAnswerIsNotTheSameAsNoKey() throws Exception {
        assertThat(byDns(signed(LETTER, "agency.example"))).contains(Doubt.DKIM_MISSING);
        dns.failing = true;
        assertThat(byDns(signed(LETTER, "agency.example"))).contains(Doubt.DKIM_KEY_OUT_OF_REACH);
    }

    @Test
    void aSelectorIsNoWayOutOfTheFolder() throws Exception {
        Path keys = Files.createDirectory(folder.resolve("keys"));
        Files.writeString(folder.resolve("k1._domainkey.agency.example.txt"), record);
        assertThat(new KeyFolder(keys).records("../k1", "agency.example")).isEmpty();
        assertThat(new KeyFolder(keys).records("..", "/../k1._domainkey.agency.example"))
                .isEmpty();
        assertThat(new KeyFolder(folder).records("k1", "Agency.Example")).containsExactly(record);
    }
}
