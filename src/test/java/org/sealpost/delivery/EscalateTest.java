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

class EscalateTest {
    @TempDir
    Path folder;

    private Gateway gateway;
    private Escalate escalate;
    private final Operator operator = new Operator();

    @BeforeEach
    void open() {
        gateway = new Gateway(Database.open(TestDatabases.sqlite(folder)));
        escalate = new EscalateOverdue(
                gateway.custody,
                new SignedLedger(ExampleKeys.ledgerSigner()),
                RetryPlan.DEFAULTS,
                operator,
                gateway.clock);
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
                                List.of(urgent.reference()), new Inquire.Backlog(2, 1, Optional.of(urgent.at()))),
                        new Escalate.Call(
                                List.of(other.reference()), new Inquire.Backlog(2, 2, Optional.of(urgent.at()))));
        assertThat(gateway.events().stream().filter("overdue"::equals)).hasSize(2);
        assertThat(gateway.ledger().get(4)).contains(urgent.id().toString(), "\"called-by\":\"test\"");
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

    private static final class Operator implements Escalate.Person {
        private final List<Escalate.Call> calls = new ArrayList<>();
        private boolean away;

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
