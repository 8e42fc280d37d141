package org.sealpost.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.ReturnAddress;

/** Who is never answered: decided when the letter arrives, header by header. */
class AutomaticMailTest {
    private final FakeAdmit admit = new FakeAdmit();
    private final EmailArrivals arrivals = new EmailArrivals(
            new Senders(
                    List.of(new Senders.Partner(
                            new PartnerId("example-agency"),
                            new ForceId("example-constabulary"),
                            Set.of("agency.example"))),
                    new PartnerId("unknown-sender"),
                    new ForceId("example-constabulary")),
            admit,
            Clock.systemUTC());

    @Test
    void aPersonIsAnswered() {
        assertThat(admitted(Letters.from("ann@agency.example")).returnAddress())
                .isEqualTo(new ReturnAddress.ByMail("ann@agency.example", Letters.ID_OF_FIRST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-generated",
                "auto-submitted: AUTO-GENERATED; owner-email=\"a@b.example\"",
                "Auto-Submitted: auto-notified",
                "Precedence: bulk",
                "Precedence: List",
                "Precedence: junk",
                "List-Id: <forms.agency.example>",
                "X-Auto-Response-Suppress: All",
                "X-Auto-Response-Suppress: DR, OOF, AutoReply",
                "Return-Path: <>",
                "Return-Path: < >"
            })
    void whatAProgramSentIsAdmittedAndNotAnswered(String header) {
        assertThat(admitted(header + "\r\n" + Letters.from("ann@agency.example"))
                        .returnAddress())
                .isEqualTo(new ReturnAddress.Nobody());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAILER-DAEMON",
                "postmaster",
                "no-reply",
                "noreply",
                "No-Reply+7",
                "noreply-forms",
                "do-not-reply",
                "donotreply",
                "bounce",
                "bounces+ann=agency.example",
                "owner-forms",
                "forms-request",
                "forms-bounces"
            })
    void anAddressThatNobodyReadsIsNotAnswered(String local) {
        assertThat(admitted(Letters.from(local + "@agency.example")).returnAddress())
                .isEqualTo(new ReturnAddress.Nobody());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Auto-Submitted: No (a person)",
                "Precedence: first-class",
                "X-Auto-Response-Suppress: DR",
                "X-Auto-Response-Suppress: None"
            })
    void aHeaderThatSaysNothingOfTheKindKeepsNobodyFromBeingAnswered(String header) {
        assertThat(admitted(header + "\r\n" + Letters.from("ann@agency.example"))
                        .returnAddress())
                .isInstanceOf(ReturnAddress.ByMail.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-replied (vacation)",
                "Content-Type: multipart/report; report-type=delivery-status"
            })
    void anAnswerToAnAnswerIsTurnedAwayAndNotAnswered(String header) {
        String letter = header + "\r\n" + Letters.from("ann@agency.example");
        Filing filing = arrivals.admit(whole(letter));

        assertThat(filing).isInstanceOf(Filing.NeedsAPerson.class);
        assertThat(admit.refused).singleElement().satisfies(refused -> {
            assertThat(refused.why().code()).isEqualTo("automatic-reply");
            assertThat(refused.arrival().returnAddress()).isEqualTo(new ReturnAddress.Nobody());
        });
    }

    private Arrival admitted(String letter) {
        assertThat(arrivals.admit(whole(letter))).isInstanceOf(Filing.Handled.class);
        return admit.arrivals.get(0);
    }

    private static Letter.Whole whole(String letter) {
        return new Letter.Whole(new LetterId(1, 1), Bytes.of(letter.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
