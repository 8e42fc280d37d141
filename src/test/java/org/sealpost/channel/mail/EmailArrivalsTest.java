package org.sealpost.channel.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sealpost.sender.Check;
import org.sealpost.sender.Policy;
import org.sealpost.sender.SenderCheck;
import org.sealpost.sender.Signers;
import org.sealpost.sender.TrustedRelay;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/** Who is believed, who is held back, and who is turned away as ever. */
class EmailArrivalsTest {
    private static final PartnerId AGENCY = new PartnerId("example-agency");
    private static final ForceId FORCE = new ForceId("example-constabulary");
    private static final String PASS =
            "Authentication-Results: mx.gateway.example; dmarc=pass header.from=agency.example\r\n";

    private final FakeAdmit admit = new FakeAdmit();
    private final EmailArrivals arrivals = arrivals(new Policy(Set.of(Check.RELAY), Set.of(), Signers.NOBODY, false));

    private EmailArrivals arrivals(Policy policy) {
        Senders senders = new Senders(
                List.of(new Senders.Partner(AGENCY, FORCE, Set.of("agency.example"), policy)),
                new PartnerId("unknown-sender"),
                FORCE);
        SenderCheck check = new SenderCheck(
                Optional.of(new TrustedRelay("mx.gateway.example", 0)), (s, d) -> List.of(), Optional.empty());
        return new EmailArrivals(senders, check, admit, Clock.systemUTC());
    }

    private Filing arrives(String letter) {
        return arrivals.admit(new Letter.Whole(new LetterId(7, 77), Bytes.of(letter.getBytes(US_ASCII))));
    }

    @Test
    void whoIsBelievedIsAdmitted() {
        assertThat(arrives(PASS + Letters.from("ann@agency.example") + "a form"))
                .isInstanceOf(Filing.Handled.class);
        assertThat(admit.arrivals).hasSize(1);
        assertThat(admit.held).isEmpty();
    }

    /** In custody, so it leaves the inbox; but neither admitted nor refused. */
    @Test
    void whoIsNotBelievedIsHeldBackWithThePolicysWord() {
        String letter = Letters.from("ann@agency.example") + "a form";
        assertThat(arrives("Received: by mx\r\n" + PASS + letter)).isInstanceOf(Filing.Handled.class);
        assertThat(admit.arrivals).isEmpty();
        assertThat(admit.refused).isEmpty();
        assertThat(admit.held).singleElement().satisfies(held -> {
            assertThat(held.doubts()).containsExactly(Doubt.RELAY_MISSING);
            assertThat(held.tell()).isFalse();
            assertThat(held.arrival().partner()).isEqualTo(AGENCY);
        });
    }

    @Test
    void strangersAndAnswersOfProgramsAreTurnedAwayAsEver() {
        assertThat(arrives(PASS + Letters.from("ann@elsewhere.example"))).isInstanceOf(Filing.NeedsAPerson.class);
        assertThat(arrives("Auto-Submitted: auto-replied\r\n" + Letters.from("ann@agency.example")))
                .isInstanceOf(Filing.NeedsAPerson.class);
        assertThat(admit.refused).extracting(r -> r.why().code()).containsExactly("sender-unknown", "automatic-reply");
        assertThat(admit.held).isEmpty();
    }
}
