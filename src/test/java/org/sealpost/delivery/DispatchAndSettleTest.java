package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.delivery.Dispatch.Consignment;
import org.sealpost.delivery.Settle.Settlement;
import org.sealpost.store.Database;
import org.sealpost.store.TestDatabases;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.SubmissionId;

class DispatchAndSettleTest {
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

    private void pass(Duration time) {
        gateway.clock.pass(time);
    }

    @Test
    void withoutAReceiptItIsSentAgainAsANewAttemptAfterAGrowingPause() {
        gateway.admitted(gateway.web("a form"));
        for (int attempt = 1; attempt <= 9; attempt++) {
            Consignment due = gateway.dispatch.due().get(0);
            assertThat(due.attempt()).isEqualTo(attempt);
            gateway.dispatch.sent(due);
            Duration pause = RetryPlan.DEFAULTS.afterSending(attempt);
            pass(pause.minusMillis(1));
            assertThat(gateway.dispatch.due()).isEmpty();
            pass(Duration.ofMillis(1));
        }
        assertThat(RetryPlan.DEFAULTS.afterSending(2)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryPlan.DEFAULTS.afterSending(1_000_000)).isEqualTo(Duration.ofHours(1));
        assertThat(gateway.events()).containsSubsequence("sent", "sent-again", "sent-again");
    }

    @Test
    void afterAFailureItIsTheSameAttemptAfterAShortPause() {
        gateway.admitted(gateway.web("a form"));
        gateway.dispatch.failed(gateway.dispatch.due().get(0), "Away");
        pass(Duration.ofMillis(999));
        assertThat(gateway.dispatch.due()).isEmpty();
        pass(Duration.ofMillis(1));
        gateway.dispatch.failed(gateway.dispatch.due().get(0), "Away");
        pass(Duration.ofMillis(1999));
        assertThat(gateway.dispatch.due()).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(gateway.dispatch.due().get(0).attempt()).isEqualTo(1);
    }

    @Test
    void whatIsClaimedIsLeftAloneUntilTheClaimEnds() {
        gateway.admitted(gateway.web("a form"));
        assertThat(gateway.dispatch.due()).hasSize(1);
        assertThat(gateway.dispatch.due()).isEmpty();
        pass(RetryPlan.DEFAULTS.claim());
        assertThat(gateway.dispatch.due()).hasSize(1);
    }

    @Test
    void aLateWordAboutAPastAttemptChangesNothing() {
        Admitted admitted = gateway.admitted(gateway.web("a form"));
        Consignment first = gateway.dispatch.due().get(0);
        gateway.dispatch.sent(first);
        gateway.dispatch.sent(first);
        gateway.dispatch.failed(first, "Away");
        assertThat(gateway.standing(admitted)).isEqualTo(new Standing.Sent(gateway.clock.instant(), 1));
        gateway.accepted(admitted);
        gateway.dispatch.sent(first);
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.Delivered.class);
    }

    @Test
    void overTheDeadlineItStandsOnTheListAndIsStillSent() {
        Admitted urgent = gateway.admitted(gateway.web("urgent form"));
        Admitted other = gateway.admitted(gateway.web("a form"));
        Instant admitted = gateway.clock.instant();
        pass(Duration.ofMinutes(10));
        assertThat(gateway.standing(urgent)).isEqualTo(new Standing.Overdue(gateway.clock.instant(), 0));
        assertThat(gateway.standing(other)).isInstanceOf(Standing.Waiting.class);
        assertThat(gateway.inquire.backlog()).isEqualTo(new Inquire.Backlog(2, 1, Optional.of(admitted)));
        assertThat(gateway.dispatch.due()).hasSize(2);
        gateway.accepted(urgent);
        assertThat(gateway.inquire.backlog()).isEqualTo(new Inquire.Backlog(1, 0, Optional.empty()));
    }

    @Test
    void oneClaimTakesNoMoreThanAFewAndNoMoreThanSomeBytes() {
        for (int i = 0; i < 20; i++) {
            gateway.admitted(gateway.web("form " + i));
        }
        assertThat(gateway.dispatch.due()).hasSize(RetryPlan.DEFAULTS.batch());
        List<SubmissionId> one = gateway.database
                .custody()
                .claim(claims -> claims.outbox(
                        RetryPlan.DEFAULTS.toSend(gateway.clock.instant()), gateway.clock.instant(), 10, 1));
        assertThat(one).hasSize(1);
    }

    @Test
    void falseReceiptsAreNotedOnceAndChangeNothing() {
        Admitted admitted = gateway.admitted(gateway.web("a form"));
        ForceId other = new ForceId("other-constabulary");
        List<org.sealpost.submission.Bytes> all = List.of(
                Fakes.bytes("rubbish"),
                Fakes.Verifier.accepted(Gateway.FORCE, SubmissionId.random()),
                Fakes.Verifier.accepted(other, admitted.id()));
        for (int round = 0; round < 2; round++) {
            all.forEach(b -> assertThat(gateway.settle.settle(Gateway.FORCE, b)).isEqualTo(Settlement.NOT_A_RECEIPT));
        }
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.Waiting.class);
        assertThat(gateway.events())
                .containsExactly("admitted", "released", "receipt-rejected", "receipt-rejected", "receipt-rejected");
        assertThat(gateway.ledger().get(3)).contains("nothing-awaits-it");
    }

    @Test
    void aForceCannotSettleWhatWasSealedToAnother() {
        Admitted admitted = gateway.admitted(gateway.web("a form"));
        ForceId other = new ForceId("other-constabulary");
        assertThat(gateway.settle.settle(other, Fakes.Verifier.accepted(other, admitted.id())))
                .isEqualTo(Settlement.NOT_A_RECEIPT);
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.Waiting.class);
    }

    @Test
    void whatTheForceRefusedMayBeSentAgain() {
        Admitted refused = gateway.admitted(gateway.web("a form"));
        gateway.settle.settle(Gateway.FORCE, Fakes.Verifier.refused(Gateway.FORCE, refused.id()));
        Admitted second = gateway.admitted(gateway.web("a form"));
        assertThat(second.again()).isFalse();
        assertThat(second.reference()).isNotEqualTo(refused.reference());
        assertThat(gateway.admitted(gateway.web("a form")).reference()).isEqualTo(second.reference());
    }

    @Test
    void theFirstWordCounts() {
        Admitted admitted = gateway.admitted(gateway.web("a form"));
        gateway.settle.settle(Gateway.FORCE, Fakes.Verifier.refused(Gateway.FORCE, admitted.id()));
        assertThat(gateway.accepted(admitted)).isEqualTo(Settlement.AGAIN);
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.RefusedByForce.class);
    }

    @Test
    void afterTheErasureARepeatIsStillKnown() {
        Admitted admitted = gateway.admitted(gateway.web("a form"));
        gateway.accepted(admitted);
        pass(Duration.ofDays(7));
        assertThat(gateway.erase.eraseDue()).isEqualTo(1);
        assertThat(gateway.accepted(admitted)).isEqualTo(Settlement.AGAIN);
        assertThat(gateway.settle.settle(Gateway.FORCE, Fakes.Verifier.refused(Gateway.FORCE, admitted.id())))
                .isEqualTo(Settlement.AGAIN);
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.Delivered.class);
        assertThat(gateway.events()).endsWith("erased");
    }

    @Test
    void erasureWaitsForWhoIsNotToldYetButNotForEver() {
        Admitted admitted = gateway.admitted(gateway.mail("a form"));
        gateway.accepted(admitted);
        pass(Duration.ofDays(30).minusMillis(1));
        assertThat(gateway.erase.eraseDue()).isZero();
        pass(Duration.ofMillis(1));
        assertThat(gateway.erase.eraseDue()).isEqualTo(1);
        assertThat(gateway.ledger().get(4)).contains("\"event\":\"erased\"", "\"untold\":\"2\"");
        assertThat(gateway.tell.due(Channel.EMAIL)).isEmpty();
    }

    @Test
    void askingWhomToTellIsNoCommitWhereNobodyIs() {
        gateway.admitted(gateway.mail("a form"));
        gateway.tell.due(Channel.EMAIL);
        gateway.custody.failNext(FaultyCustody.Fault.BEFORE_THE_WRITE);
        assertThat(gateway.tell.due(Channel.EMAIL)).isEmpty();
    }

    @Test
    void noticesGoOutInOrderAndAreRepeatedWithGrowingPauses() {
        Admitted admitted = gateway.admitted(gateway.mail("a form"));
        gateway.accepted(admitted);
        Tell.Notice first = gateway.tell.due(Channel.EMAIL).get(0);
        assertThat(first.news()).isInstanceOf(Tell.News.InCustody.class);
        gateway.tell.failed(first);
        assertThat(gateway.tell.due(Channel.EMAIL)).isEmpty();
        pass(Duration.ofSeconds(1));
        gateway.tell.failed(gateway.tell.due(Channel.EMAIL).get(0));
        pass(Duration.ofSeconds(1));
        assertThat(gateway.tell.due(Channel.EMAIL)).isEmpty();
        pass(Duration.ofSeconds(1));
        gateway.tell.told(gateway.tell.due(Channel.EMAIL).get(0));
        assertThat(gateway.tell.due(Channel.EMAIL)).singleElement().satisfies(n -> assertThat(n.news())
                .isInstanceOf(Tell.News.Delivered.class));
    }

    @Test
    void anotherPartnerSeesNothing() {
        Admitted admitted = gateway.admitted(gateway.drop("a form"));
        gateway.accepted(admitted);
        PartnerId other = new PartnerId("other-agency");
        assertThat(gateway.inquire.find(other, admitted.reference())).isEmpty();
        assertThat(gateway.inquire.receipt(other, admitted.reference())).isEmpty();
        assertThat(gateway.inquire.recent(other, Channel.SFTP, 10)).isEmpty();
        assertThat(gateway.inquire.recent(Gateway.PARTNER, Channel.SFTP, 10)).hasSize(1);
    }
}
