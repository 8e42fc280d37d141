package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.delivery.Dispatch.Consignment;
import org.sealpost.delivery.FaultyCustody.Fault;
import org.sealpost.delivery.Settle.Settlement;
import org.sealpost.delivery.Tell.Notice;
import org.sealpost.store.Database;
import org.sealpost.store.TestDatabases;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Refusal;

/** Every use case with a store that fails before its write, and with one that fails after its commit: a second try mends both. */
class FaultsTest {
    @TempDir
    Path folder;

    Gateway gateway;

    @BeforeEach
    void open() {
        gateway = new Gateway(Database.open(TestDatabases.sqlite(folder)));
    }

    @AfterEach
    void close() {
        gateway.database.close();
    }

    private void fails(Fault fault, Runnable step) {
        gateway.custody.failNext(fault);
        assertThatThrownBy(step::run).hasMessageStartingWith("the store failed");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void anAdmissionIsTriedAgain(Fault fault) {
        Arrival arrival = gateway.mail("a form");
        fails(fault, () -> gateway.admitted(arrival));
        boolean kept = fault == Fault.AFTER_THE_COMMIT;
        assertThat(gateway.events()).isEqualTo(kept ? List.of("admitted", "released") : List.of());
        assertThat(gateway.inquire.backlog().waiting()).isEqualTo(kept ? 1 : 0);

        Admitted admitted = gateway.admitted(arrival);
        assertThat(admitted.again()).isEqualTo(kept);
        assertThat(gateway.inquire.backlog().waiting()).isEqualTo(1);
        assertThat(gateway.dispatch.due()).singleElement().satisfies(c -> assertThat(c.sequence())
                .isEqualTo(1));
        assertThat(gateway.tell.due(Channel.EMAIL)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aRefusalIsTriedAgain(Fault fault) {
        Arrival arrival = gateway.mail("not for us");
        Refusal why = new Refusal("not-for-us", "This is not for us.");
        fails(fault, () -> gateway.admit.refuse(arrival, why));
        assertThat(gateway.admit.refuse(arrival, why).why()).isEqualTo(why);
        assertThat(gateway.events()).containsExactly("refused");
        assertThat(gateway.tell.due(Channel.EMAIL)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aSendingIsTriedAgain(Fault fault) {
        Admitted admitted = gateway.admitted(gateway.web("a form"));
        fails(fault, gateway.dispatch::due);
        gateway.clock.pass(RetryPlan.DEFAULTS.claim());
        Consignment consignment = gateway.dispatch.due().get(0);
        assertThat(consignment.attempt()).isEqualTo(1);
        fails(fault, () -> gateway.dispatch.sent(consignment));
        gateway.dispatch.sent(consignment);
        assertThat(gateway.standing(admitted)).isEqualTo(new Standing.Sent(gateway.clock.instant(), 1));
        assertThat(gateway.events()).containsExactly("admitted", "released", "sent");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aFailureToSendIsNotedAgain(Fault fault) {
        gateway.admitted(gateway.web("a form"));
        Consignment consignment = gateway.dispatch.due().get(0);
        fails(fault, () -> gateway.dispatch.failed(consignment, "Away"));
        gateway.clock.pass(RetryPlan.DEFAULTS.claim());
        assertThat(gateway.dispatch.due()).singleElement().satisfies(c -> assertThat(c.attempt())
                .isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aReceiptIsTakenAgain(Fault fault) {
        Admitted admitted = gateway.admitted(gateway.mail("a form"));
        fails(fault, () -> gateway.accepted(admitted));
        assertThat(gateway.accepted(admitted))
                .isEqualTo(fault == Fault.AFTER_THE_COMMIT ? Settlement.AGAIN : Settlement.DELIVERED);
        assertThat(gateway.events()).containsExactly("admitted", "released", "receipt", "delivered");
        gateway.tell.told(gateway.tell.due(Channel.EMAIL).get(0));
        assertThat(gateway.tell.due(Channel.EMAIL)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aFalseReceiptIsNotedAgain(Fault fault) {
        fails(fault, () -> gateway.settle.settle(Gateway.FORCE, Fakes.bytes("rubbish")));
        assertThat(gateway.settle.settle(Gateway.FORCE, Fakes.bytes("rubbish"))).isEqualTo(Settlement.NOT_A_RECEIPT);
        assertThat(gateway.events()).containsExactly("receipt-rejected");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void tellingIsNotedAgain(Fault fault) {
        gateway.admitted(gateway.mail("a form"));
        fails(fault, () -> gateway.tell.due(Channel.EMAIL));
        gateway.clock.pass(RetryPlan.DEFAULTS.tellingClaim());
        Notice notice = gateway.tell.due(Channel.EMAIL).get(0);
        fails(fault, () -> gateway.tell.told(notice));
        gateway.tell.told(notice);
        gateway.clock.pass(RetryPlan.DEFAULTS.tellingClaim());
        assertThat(gateway.tell.due(Channel.EMAIL)).isEmpty();
        assertThat(gateway.events()).containsExactly("admitted", "released", "sender-told");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void erasureIsTriedAgain(Fault fault) {
        gateway.accepted(gateway.admitted(gateway.web("a form")));
        gateway.clock.pass(Duration.ofDays(8));
        fails(fault, gateway.erase::eraseDue);
        gateway.erase.eraseDue();
        assertThat(gateway.events()).containsExactly("admitted", "released", "receipt", "delivered", "erased");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void aDecisionIsTakenAgain(Fault fault) {
        Admitted admitted = gateway.admitted(gateway.mail("a form"));
        OperatorName one = new OperatorName("one");
        OperatorName two = new OperatorName("two");
        fails(fault, () -> gateway.intervene.propose(one, admitted.reference(), Measure.GIVE_UP));
        assertThat(gateway.intervene.propose(one, admitted.reference(), Measure.GIVE_UP))
                .isEmpty();
        long number = gateway.intervene
                .undelivered(-1, 1)
                .lines()
                .get(0)
                .proposal()
                .orElseThrow()
                .number();
        fails(fault, () -> gateway.intervene.confirm(two, admitted.reference(), number));
        gateway.intervene.confirm(two, admitted.reference(), number);
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.GivenUp.class);
        assertThat(gateway.events()).containsExactly("admitted", "released", "measure-proposed", "measure-confirmed");
        gateway.tell.told(gateway.tell.due(Channel.EMAIL).get(0));
        assertThat(gateway.tell.due(Channel.EMAIL)).hasSize(1);

        Bytes receipt = Fakes.Verifier.accepted(Gateway.FORCE, admitted.id());
        fails(fault, () -> gateway.courier.bring(one, receipt));
        assertThat(gateway.courier.bring(one, receipt)).isEmpty();
        assertThat(gateway.events().stream().filter("receipt-brought"::equals)).hasSize(1);
        assertThat(gateway.events()).endsWith("receipt", "delivered");
    }
}
