package org.sealpost.sender;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Doubt;

/** What the relay says is believed where the relay said it, and nowhere else. */
class TrustedRelayTest {
    private static final String RECEIVED =
            "Received: from out.agency.example by mx.gateway.example;\r\n\tMon, 1 Jan\r\n";
    private static final String PASS =
            "Authentication-Results: mx.gateway.example;\r\n\tdmarc=pass (p=reject) header.from=agency.example\r\n";
    private static final String FAIL =
            "Authentication-Results: mx.gateway.example; dmarc=fail header.from=agency.example\r\n";
    private static final String END = "From: ann@agency.example\r\nSubject: a form\r\n\r\ntext\r\n";

    private static List<Doubt> doubts(int receivedAbove, Check required, String... fields) {
        SenderCheck check = new SenderCheck(
                Optional.of(new TrustedRelay("MX.gateway.example", receivedAbove)),
                (selector, domain) -> List.of(),
                Optional.empty());
        Policy policy = new Policy(Set.of(required), Set.of(), Signers.NOBODY, true);
        Bytes letter = Bytes.of((String.join("", fields) + END).getBytes(US_ASCII));
        return check.check(letter, "ann@Agency.example", policy).doubts();
    }

    @Test
    void whatItWroteAboveItsOwnReceivedIsBelieved() {
        assertThat(doubts(0, Check.DMARC, PASS, RECEIVED)).isEmpty();
        assertThat(doubts(0, Check.RELAY, PASS, RECEIVED)).isEmpty();
        assertThat(doubts(0, Check.DMARC, FAIL, RECEIVED)).containsExactly(Doubt.DMARC_FAILS);
        assertThat(doubts(1, Check.DMARC, RECEIVED, PASS)).isEmpty();
    }

    /** The sender's own field stands beneath whatever the relay wrote, or alone. */
    @Test
    void aForgedOneBeneathIsNot() {
        assertThat(doubts(0, Check.DMARC, FAIL, RECEIVED, PASS)).containsExactly(Doubt.DMARC_FAILS);
        assertThat(doubts(0, Check.DMARC, RECEIVED, PASS)).containsExactly(Doubt.DMARC_MISSING);
        assertThat(doubts(1, Check.DMARC, RECEIVED, FAIL, PASS)).containsExactly(Doubt.DMARC_FAILS);
        assertThat(doubts(1, Check.DMARC, RECEIVED, RECEIVED, PASS)).containsExactly(Doubt.DMARC_MISSING);
        assertThat(doubts(0, Check.RELAY, RECEIVED, PASS)).containsExactly(Doubt.RELAY_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.evil.example; dmarc=pass header.from=agency.example",
                "mx.gateway.example.evil.example; dmarc=pass header.from=agency.example",
                "mx.gateway.example; dmarc=pass header.from=evil.example",
                "mx.gateway.example; dmarc=pass header.from=agency.example.evil.example",
                "mx.gateway.example; dmarc=pass",
                "mx.gateway.example; dmarc=none header.from=agency.example",
                "mx.gateway.example; (dmarc=pass header.from=agency.example)",
                "mx.gateway.example; spf=fail smtp.mailfrom=\"; dmarc=pass header.from=agency.example\"",
                "mx.gateway.example; spf=fail reason=\"a \\\" ; dmarc=pass header.from=agency.example ;\"",
                "(; mx.gateway.example; dmarc=pass header.from=agency.example",
                "mx.gateway.example 2; dmarc=pass header.from=agency.example",
                "mx.gateway.example; none",
                "; ;;=;",
                ""
            })
    void whatOnlyLooksLikeAPassIsNone(String value) {
        assertThat(doubts(0, Check.DMARC, "Authentication-Results: " + value + "\r\n"))
                .containsExactly(Doubt.DMARC_MISSING);
    }

    @Test
    void theTopmostOfOneMethodCounts() {
        assertThat(doubts(0, Check.DMARC, PASS, FAIL)).isEmpty();
        assertThat(doubts(0, Check.DMARC, FAIL, PASS)).containsExactly(Doubt.DMARC_FAILS);
    }

    @Test
    void aRelayVouchesByAnAlignedSignatureOrSender() {
        String start = "Authentication-Results: mx.gateway.example 1; ";
        assertThat(doubts(
                        0, Check.RELAY, start + "dkim=fail header.d=x.example; dkim=pass header.d=AGENCY.example\r\n"))
                .isEmpty();
        assertThat(doubts(0, Check.RELAY, start + "spf=pass smtp.mailfrom=bounce@agency.example\r\n"))
                .isEmpty();
        assertThat(doubts(
                        0,
                        Check.RELAY,
                        start + "dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=evil.example\r\n"))
                .containsExactly(Doubt.RELAY_MISSING);
        assertThat(doubts(0, Check.RELAY, start + "spf=softfail smtp.mailfrom=agency.example\r\n"))
                .containsExactly(Doubt.RELAY_MISSING);
    }

    @Test
    void whatItDisownsIsDoubtedThoughNothingIsRequired() {
        SenderCheck check = new SenderCheck(
                Optional.of(new TrustedRelay("mx.gateway.example", 0)), (s, d) -> List.of(), Optional.empty());
        Bytes letter = Bytes.of((FAIL + RECEIVED + END).getBytes(US_ASCII));
        assertThat(check.check(letter, "ann@agency.example", Policy.NOTHING_REQUIRED)
                        .doubts())
                .containsExactly(Doubt.DMARC_FAILS);
        assertThat(SenderCheck.bare()
                        .check(letter, "ann@agency.example", Policy.NOTHING_REQUIRED)
                        .doubts())
                .isEmpty();
    }
}
