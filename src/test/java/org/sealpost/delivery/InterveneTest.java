package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.store.Database;
import org.sealpost.store.TestDatabases;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;

/** Two people, one decision. */
class InterveneTest {
    private static final OperatorName ONE = new OperatorName("one@gateway.example");
    private static final OperatorName TWO = new OperatorName("two@gateway.example");

    @TempDir
    Path folder;

    private Gateway gateway;
    private Admitted admitted;
    private Reference reference;

    @BeforeEach
    void open() {
        gateway = new Gateway(Database.open(TestDatabases.sqlite(folder)));
        admitted = gateway.admitted(gateway.web("a form"));
        reference = admitted.reference();
    }

    @AfterEach
    void close() {
        gateway.database.close();
    }

    private Optional<Proposal> proposal() {
        return gateway.intervene.undelivered(-1, 1).lines().get(0).proposal();
    }

    private long propose(Measure measure) {
        assertThat(gateway.intervene.propose(ONE, reference, measure)).isEmpty();
        return proposal().orElseThrow().number();
    }

    private static String code(Optional<Refusal> answer) {
        return answer.map(Refusal::code).orElse("done");
    }

    private List<String> decisions() {
        return gateway.events().stream().filter(e -> e.startsWith("measure-")).toList();
    }

    @Test
    void nobodyConfirmsAlone() {
        long number = propose(Measure.GIVE_UP);
        assertThat(code(gateway.intervene.confirm(new OperatorName("ONE@gateway.example"), reference, number)))
                .isEqualTo("same-person");
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.Waiting.class);
        assertThat(code(gateway.intervene.confirm(TWO, reference, number))).isEqualTo("done");
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.GivenUp.class);
        assertThat(gateway.ledger().get(3))
                .contains(
                        "\"confirmed-by\":\"two@gateway.example\"",
                        "\"measure\":\"give-up\"",
                        "\"proposed-by\":\"one@gateway.example\"",
                        admitted.id().toString());
    }

    @Test
    void onlyWhatWasSeenIsConfirmed() {
        long first = propose(Measure.RETRY);
        assertThat(code(gateway.intervene.drop(ONE, reference, first))).isEqualTo("done");
        long second = propose(Measure.GIVE_UP);
        assertThat(code(gateway.intervene.confirm(TWO, reference, first))).isEqualTo("no-such-proposal");
        assertThat(code(gateway.intervene.drop(TWO, reference, second))).isEqualTo("done");
        assertThat(code(gateway.intervene.confirm(TWO, reference, second))).isEqualTo("no-such-proposal");
        assertThat(decisions())
                .containsExactly("measure-proposed", "measure-withdrawn", "measure-proposed", "measure-declined");
    }

    @Test
    void oneProposalAtATimeAndForADay() {
        long first = propose(Measure.RETRY);
        assertThat(code(gateway.intervene.propose(TWO, reference, Measure.RETRY)))
                .isEqualTo("proposed-already");
        assertThat(code(gateway.intervene.propose(ONE, reference, Measure.GIVE_UP)))
                .isEqualTo("proposed-already");
        gateway.clock.pass(Duration.ofDays(1));
        assertThat(proposal()).isEmpty();
        assertThat(code(gateway.intervene.confirm(TWO, reference, first))).isEqualTo("no-such-proposal");
        assertThat(code(gateway.intervene.propose(TWO, reference, Measure.RETRY)))
                .isEqualTo("done");
        assertThat(code(gateway.intervene.confirm(
                        ONE, reference, proposal().orElseThrow().number())))
                .isEqualTo("done");
    }

    @Test
    void whereTheReceiptCameMeanwhileNothingIsDone() {
        long number = propose(Measure.GIVE_UP);
        gateway.accepted(admitted);
        assertThat(code(gateway.intervene.confirm(TWO, reference, number))).isEqualTo("not-outstanding");
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.Delivered.class);
        assertThat(decisions()).containsExactly("measure-proposed");
    }

    @Test
    void aNameThatTheLedgerCannotHoldIsNone() {
        for (String name : List.of("", "two words", "a\"quote", "\u00e9ric", "x".repeat(101))) {
            assertThatThrownBy(() -> new OperatorName(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
