package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.ledger.ExampleKeys;
import org.sealpost.ledger.SignedLedger;
import org.sealpost.store.Database;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;

/** What is held back, what a person decides about it, and what nobody gains by writing in another's name. */
abstract class HoldContract {
    private static final OperatorName ONE = new OperatorName("one@gateway.example");
    private static final List<Doubt> DOUBTS = List.of(Doubt.DMARC_FAILS, Doubt.DKIM_MISSING);

    Gateway gateway;

    abstract DatabaseSettings emptyDatabase();

    @BeforeEach
    void open() {
        gateway = new Gateway(Database.open(emptyDatabase()));
    }

    @AfterEach
    void close() {
        gateway.database.close();
    }

    private Reference held(Arrival arrival) {
        return ((Admission.HeldBack) gateway.admit.hold(arrival, DOUBTS, true, Admit.Progress.NOBODY)).reference();
    }

    private Optional<String> release(Reference reference) {
        return gateway.vet.release(ONE, Vet.Way.PAGE, reference).map(Refusal::code);
    }

    private Optional<String> refuse(Reference reference) {
        return gateway.vet
                .refuse(ONE, Vet.Way.COMMAND, reference, Vet.Reason.NOT_FROM_THE_SENDER)
                .map(Refusal::code);
    }

    @Test
    void whatIsHeldGoesNowhereUntilAPersonReleasesIt() {
        Reference reference = held(gateway.mail("a form"));
        gateway.clock.pass(Duration.ofDays(20));
        assertThat(gateway.dispatch.due()).isEmpty();
        assertThat(gateway.erase.eraseDue()).isZero();
        assertThat(gateway.inquire.find(Gateway.PARTNER, reference)).isEmpty();
        assertThat(gateway.vet.held(0, 10)).singleElement().satisfies(line -> {
            assertThat(line.of().of().reference()).isEqualTo(reference);
            assertThat(line.of().of().doubts()).isEqualTo(DOUBTS);
            assertThat(line.overdue()).isTrue();
        });

        assertThat(release(reference)).isEmpty();
        assertThat(gateway.vet.held(0, 10)).isEmpty();
        Dispatch.Consignment consignment = gateway.dispatch.due().get(0);
        assertThat(consignment.sequence()).isEqualTo(1);
        assertThat(consignment.envelope()).isEqualTo(Fakes.bytes("sealed " + consignment.id() + " " + reference));
        gateway.dispatch.sent(consignment);
        assertThat(gateway.settle.settle(Gateway.FORCE, Fakes.Verifier.accepted(Gateway.FORCE, consignment.id())))
                .isEqualTo(Settle.Settlement.DELIVERED);
        assertThat(release(reference)).contains("not-held");
        assertThat(gateway.events())
                .containsSubsequence("held", "held-released", "admitted", "released", "sent", "receipt", "delivered");
        assertThat(gateway.ledger().get(0)).contains("\"doubts\":\"dmarc-fail dkim-missing\"");
        assertThat(gateway.ledger().get(1)).contains("\"by\":\"one@gateway.example\"", "\"through\":\"page\"");
        assertThat(gateway.ledger().get(2)).contains("\"source\":\"imap/7/77\"").doesNotContain("doubts");
    }

    @Test
    void aLockedFileIsSpokenOfOnceItIsReleased() {
        Reference reference = held(gateway.mail("locked form"));
        gateway.letters().forEach(gateway.tell::told);
        assertThat(release(reference)).isEmpty();
        assertThat(gateway.letters()).extracting(Tell.Notice::news).containsExactly(new Tell.News.InCustody(true));
    }

    @Test
    void theForceMissesNoNumberBecauseOfWhatIsHeld() {
        Reference reference = held(gateway.mail("a form"));
        gateway.admitted(gateway.web("another"));
        assertThat(release(reference)).isEmpty();
        assertThat(gateway.dispatch.due())
                .extracting(Dispatch.Consignment::sequence)
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void refusedMeansToldAndOffTheListAndStillToBeReleasedForAWeek() {
        Reference reference = held(gateway.mail("a form"));
        gateway.letters().forEach(gateway.tell::told);
        assertThat(refuse(reference)).isEmpty();
        assertThat(refuse(reference)).contains("not-held");
        assertThat(gateway.vet.held(0, 10)).isEmpty();
        assertThat(gateway.letters()).singleElement().satisfies(notice -> {
            assertThat(notice.news()).isEqualTo(new Tell.News.TurnedDown(Vet.Reason.NOT_FROM_THE_SENDER.why()));
            assertThat(notice.to()).isEqualTo(new ReturnAddress.ByMail("sender@agency.example", ""));
        });
        assertThat(gateway.ledger()).anySatisfy(entry -> assertThat(entry)
                .contains("\"event\":\"turned-down\"", "\"decided-by\":\"one@gateway.example\"", "not-from-sender"));
        gateway.clock.pass(Duration.ofDays(6));
        gateway.erase.eraseDue();
        assertThat(release(reference)).isEmpty();
        assertThat(gateway.dispatch.due()).hasSize(1);
    }

    @Test
    void whatWasRefusedIsErasedAfterAWeek() {
        Reference reference = held(gateway.mail("a form"));
        assertThat(refuse(reference)).isEmpty();
        gateway.clock.pass(Duration.ofDays(8));
        assertThat(gateway.erase.eraseDue()).isEqualTo(1);
        assertThat(release(reference)).contains("not-held");
        assertThat(gateway.events()).contains("turned-down", "erased");
        assertThat(gateway.custody.<Integer>look(reads ->
                        reads.erasableHeldBack(gateway.clock.instant(), 9).size()))
                .isZero();
    }

    @Test
    void theVerySameLetterFetchedAgainIsHeldOnceAndNotAnsweredAgain() {
        Arrival letter = gateway.mail("a form");
        Reference reference = held(letter);
        assertThat(gateway.admit.hold(letter, DOUBTS, true, Admit.Progress.NOBODY))
                .isInstanceOfSatisfying(Admission.HeldBack.class, again -> {
                    assertThat(again.again()).isTrue();
                    assertThat(again.reference()).isEqualTo(reference);
                });
        assertThat(gateway.vet.held(0, 10)).hasSize(1);
        assertThat(release(reference)).isEmpty();
        assertThat(gateway.admit.hold(letter, DOUBTS, true, Admit.Progress.NOBODY))
                .isInstanceOfSatisfying(
                        Admitted.class, again -> assertThat(again.reference()).isEqualTo(reference));
        assertThat(gateway.vet.held(0, 10)).isEmpty();
    }

    /** Nobody keeps a true form away by sending it first in another's name. */
    @Test
    void aTrueFormIsNoRepeatOfWhatIsHeld() {
        Reference forged = held(gateway.mail("mail:a form"));
        Admitted genuine = gateway.admitted(gateway.mail("a form"));
        assertThat(genuine.again()).isFalse();
        assertThat(genuine.reference()).isNotEqualTo(forged);
        assertThat(release(forged)).contains("same-in-custody");
        assertThat(gateway.dispatch.due()).hasSize(1);
    }

    /** Nor does anybody learn that a form is known by sending it in another's name. */
    @Test
    void whatIsHeldIsNotAnsweredWithTheReferenceOfAnEqualOne() {
        Admitted genuine = gateway.admitted(gateway.mail("a form"));
        assertThat(held(gateway.mail("mail:a form"))).isNotEqualTo(genuine.reference());
    }

    @Test
    void whoeverIsNamedAsTheSenderHearsOfItOnceADayAndNothingOfTheMessage() {
        for (int i = 0; i < 5; i++) {
            held(gateway.mail(
                    "form " + i, new ReturnAddress.ByMail("Sender@agency.example", "<" + i + "@evil.example>")));
        }
        assertThat(gateway.letters()).singleElement().satisfies(notice -> {
            assertThat(notice.news()).isEqualTo(new Tell.News.Held());
            assertThat(notice.to()).isEqualTo(new ReturnAddress.ByMail("Sender@agency.example", ""));
            gateway.tell.told(notice);
        });
        gateway.clock.pass(Duration.ofDays(1));
        held(gateway.mail("one more", new ReturnAddress.ByMail("sender@AGENCY.example", "<9@evil.example>")));
        assertThat(gateway.letters()).hasSize(1);
    }

    @Test
    void nobodyIsToldWhereThePolicySaysSo() {
        Reference reference = ((Admission.HeldBack)
                        gateway.admit.hold(gateway.mail("a form"), DOUBTS, false, Admit.Progress.NOBODY))
                .reference();
        assertThat(refuse(reference)).isEmpty();
        assertThat(gateway.letters()).isEmpty();
    }

    @Test
    void aPersonIsCalledToItAndSoonerToAnUrgentOne() {
        List<Escalate.Call> calls = new java.util.ArrayList<>();
        Escalate escalate = new EscalateOverdue(
                gateway.custody,
                new SignedLedger(ExampleKeys.ledgerSigner()),
                Deadlines.DEFAULTS,
                List.of(new Escalate.Rung("test", new Noting(calls), Duration.ZERO, Optional.empty())),
                gateway.clock);
        Reference urgent = held(gateway.mail("urgent form"));
        Reference other = held(gateway.mail("other form"));
        assertThat(escalate.escalateDue()).isZero();
        gateway.clock.pass(Duration.ofMinutes(2));
        assertThat(gateway.inquire.backlog().overdue()).isEqualTo(1);
        assertThat(escalate.escalateDue()).isEqualTo(1);
        assertThat(escalate.escalateDue()).isZero();
        gateway.clock.pass(Duration.ofMinutes(13));
        assertThat(escalate.escalateDue()).isEqualTo(1);
        assertThat(calls).extracting(call -> call.late().get(0).reference()).containsExactly(urgent, other);
        assertThat(calls).allMatch(call -> call.late().get(0).heldBack());
        assertThat(gateway.inquire.backlog().waiting()).isEqualTo(2);
        refuse(urgent);
        assertThat(release(other)).isEmpty();
        assertThat(gateway.inquire.backlog().overdue()).isZero();
        assertThat(gateway.inquire.backlog().waiting()).isEqualTo(1);
    }

    @Test
    void anOutageLosesNothingAndHoldsNothingTwice() {
        for (FaultyCustody.Fault fault :
                List.of(FaultyCustody.Fault.BEFORE_THE_WRITE, FaultyCustody.Fault.AFTER_THE_COMMIT)) {
            Arrival letter = gateway.mail("a form " + fault);
            gateway.custody.failNext(fault);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> held(letter));
            held(letter);
        }
        assertThat(gateway.vet.held(0, 10)).hasSize(2);
        Reference reference = gateway.vet.held(0, 1).get(0).of().of().reference();
        gateway.custody.failNext(FaultyCustody.Fault.AFTER_THE_COMMIT);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> release(reference));
        assertThat(release(reference)).contains("not-held");
        assertThat(gateway.dispatch.due()).hasSize(1);
    }

    private record Noting(List<Escalate.Call> calls) implements Escalate.Person {
        @Override
        public String name() {
            return "";
        }

        @Override
        public String by() {
            return "test";
        }

        @Override
        public void call(Escalate.Call call) {
            calls.add(call);
        }
    }
}
