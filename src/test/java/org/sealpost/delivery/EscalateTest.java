package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.ledger.ExampleKeys;
import org.sealpost.ledger.SignedLedger;
import org.sealpost.store.Database;
import org.sealpost.store.TestDatabases;
import org.sealpost.submission.ForceId;

class EscalateTest {
    @TempDir
    Path folder;

    private Gateway gateway;
    private Escalate escalate;
    private final Operator operator = new Operator();

    @BeforeEach
    void open() {
        gateway = new Gateway(Database.open(TestDatabases.sqlite(folder)));
        escalate = escalating(new Escalate.Rung("operator test", operator, Duration.ZERO, Optional.empty()));
    }

    private Escalate escalating(Escalate.Rung... ladder) {
        return new EscalateOverdue(
                gateway.custody,
                new SignedLedger(ExampleKeys.ledgerSigner()),
                Deadlines.DEFAULTS,
                List.of(ladder),
                gateway.clock);
    }

    private static Escalate.Late late(Admitted admitted, boolean urgent, int minutes) {
        return new Escalate.Late(
                admitted.reference(),
                Gateway.FORCE,
                urgent,
                admitted.at(),
                admitted.at().plus(Duration.ofMinutes(minutes)));
    }

    @AfterEach
    void close() {
        gateway.database.close();
    }

    @Test
    void thePersonIsCalledOnceToEachAtItsDeadline() {
        Admitted urgent = gateway.admitted(gateway.web("urgent form"));
        Admitted other = gateway.admitted(gateway.web("a form"));
        gateway.clock.pass(Duration.ofMinutes(10).minusMillis(1));
        assertThat(escalate.escalateDue()).isZero();
        gateway.clock.pass(Duration.ofMillis(1));
        assertThat(escalate.escalateDue()).isEqualTo(1);
        assertThat(escalate.escalateDue()).isZero();
        gateway.clock.pass(Duration.ofMinutes(50));
        assertThat(escalate.escalateDue()).isEqualTo(1);
        assertThat(operator.calls)
                .containsExactly(
                        new Escalate.Call(
                                List.of(late(urgent, true, 10)), new Inquire.Backlog(2, 1, Optional.of(urgent.at()))),
                        new Escalate.Call(
                                List.of(late(other, false, 60)), new Inquire.Backlog(2, 2, Optional.of(urgent.at()))));
        assertThat(gateway.events().stream().filter("overdue"::equals)).hasSize(2);
        assertThat(gateway.ledger().get(4))
                .contains(urgent.id().toString(), "\"called-by\":\"test\"", "\"person\":\"Duty officer\"");
    }

    @Test
    void whatTheForceHasSignedForInTimeCallsNobody() {
        gateway.accepted(gateway.admitted(gateway.web("a form")));
        gateway.clock.pass(Duration.ofDays(1));
        assertThat(escalate.escalateDue()).isZero();
        assertThat(operator.calls).isEmpty();
    }

    @Test
    void whoWasNotReachedIsCalledAgainAndThatIsNotedOnlyThen() {
        gateway.admitted(gateway.web("a form"));
        gateway.clock.pass(Duration.ofDays(1));
        operator.away = true;
        assertThatThrownBy(escalate::escalateDue).hasMessage("away");
        assertThat(gateway.events()).doesNotContain("overdue");
        operator.away = false;
        for (FaultyCustody.Fault fault :
                List.of(FaultyCustody.Fault.BEFORE_THE_WRITE, FaultyCustody.Fault.AFTER_THE_COMMIT)) {
            gateway.custody.failNext(fault);
            assertThatThrownBy(escalate::escalateDue).hasMessageStartingWith("the store failed");
        }
        assertThat(escalate.escalateDue()).isZero();
        assertThat(operator.calls).hasSize(2);
        assertThat(gateway.events().stream().filter("overdue"::equals)).hasSize(1);
    }

    @Test
    void theSecondPersonIsCalledLaterAlsoWhereTheFirstIsNeverReached() {
        Operator deputy = new Operator();
        escalate = escalating(
                new Escalate.Rung("operator test", operator, Duration.ZERO, Optional.empty()),
                new Escalate.Rung("then 1 test", deputy, Duration.ofMinutes(30), Optional.empty()));
        gateway.admitted(gateway.web("a form"));
        operator.away = true;
        gateway.clock.pass(Duration.ofMinutes(90).minusMillis(1));
        assertThatThrownBy(escalate::escalateDue).hasMessage("away");
        assertThat(deputy.calls).isEmpty();
        gateway.clock.pass(Duration.ofMillis(1));
        assertThatThrownBy(escalate::escalateDue).hasMessage("away");
        assertThatThrownBy(escalate::escalateDue).hasMessage("away");
        assertThat(deputy.calls).hasSize(1);
        operator.away = false;
        assertThat(escalate.escalateDue()).isEqualTo(1);
        assertThat(escalate.escalateDue()).isZero();
        assertThat(gateway.events().stream().filter("overdue"::equals)).hasSize(2);
    }

    @Test
    void whatTwoPeopleDoAboutItPutsOffTheSecondCallAndOneAloneDoesNot() {
        escalate = escalating(new Escalate.Rung("then 1 test", operator, Duration.ofMinutes(30), Optional.empty()));
        Admitted admitted = gateway.admitted(gateway.web("a form"));
        gateway.clock.pass(Duration.ofMinutes(80));
        Admitted other = gateway.admitted(gateway.web("another form"));
        gateway.intervene.propose(new OperatorName("one"), admitted.reference(), Measure.RETRY);
        long number = gateway.intervene
                .undelivered(-1, 10)
                .lines()
                .get(0)
                .proposal()
                .orElseThrow()
                .number();
        gateway.intervene.confirm(new OperatorName("two"), admitted.reference(), number);
        gateway.clock.pass(Duration.ofMinutes(29));
        assertThat(escalate.escalateDue()).isZero();
        gateway.clock.pass(Duration.ofMinutes(1));
        assertThat(escalate.escalateDue()).isEqualTo(1);
        gateway.intervene.propose(new OperatorName("one"), other.reference(), Measure.RETRY);
        gateway.clock.pass(Duration.ofMinutes(60));
        assertThat(escalate.escalateDue()).isEqualTo(1);
    }

    @Test
    void aForcesContactIsCalledToWhatGoesThereOnly() {
        Operator contact = new Operator();
        escalate = escalating(
                new Escalate.Rung("contact test", contact, Duration.ZERO, Optional.of(new ForceId("other-force"))));
        gateway.admitted(gateway.web("a form"));
        gateway.clock.pass(Duration.ofDays(1));
        assertThat(escalate.escalateDue()).isZero();
        escalate = escalating(new Escalate.Rung("contact test", contact, Duration.ZERO, Optional.of(Gateway.FORCE)));
        assertThat(escalate.escalateDue()).isEqualTo(1);
        assertThat(contact.calls).hasSize(1);
    }

    private static final class Operator implements Escalate.Person {
        private final List<Escalate.Call> calls = new ArrayList<>();
        private boolean away;

        @Override
        public String name() {
            return "Duty officer";
        }

        @Override
        public String by() {
            return "test";
        }

        @Override
        public void call(Escalate.Call call) {
            if (away) {
                throw new IllegalStateException("away");
            }
            calls.add(call);
        }
    }
}
