package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.delivery.Dispatch.Consignment;
import org.sealpost.delivery.Settle.Settlement;
import org.sealpost.delivery.Tell.News;
import org.sealpost.delivery.Tell.Notice;
import org.sealpost.store.Database;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.SubmissionId;

/** The way of a submission through all use cases; the same on every database. */
abstract class JourneyContract {
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

    @Test
    void whoeverSentALockedFileIsToldByEveryChannel() {
        Admitted mailed = gateway.admitted(gateway.mail("locked form"));
        assertThat(mailed.locked()).isTrue();
        Notice notice = gateway.tell.due(Channel.EMAIL).get(0);
        assertThat(notice.news()).isEqualTo(new News.InCustody(true));
        gateway.tell.told(notice);
        assertThat(gateway.inquire
                        .find(Gateway.PARTNER, mailed.reference())
                        .orElseThrow()
                        .locked())
                .isTrue();
        assertThat(gateway.admitted(gateway.web("locked form")))
                .satisfies(again -> assertThat(again.again() && again.locked()).isTrue());
        assertThat(gateway.admitted(gateway.mail("open form")).locked()).isFalse();
        assertThat(gateway.letters()).extracting(Notice::news).containsExactly(new News.InCustody());
    }

    @Test
    void fromArrivalToErasure() {
        Admitted admitted = gateway.admitted(gateway.mail("a form"));
        assertThat(admitted.again()).isFalse();
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.Waiting.class);
        Notice first = gateway.tell.due(Channel.EMAIL).get(0);
        assertThat(first.news()).isEqualTo(new News.InCustody());
        assertThat(first.to()).isEqualTo(Gateway.SENDER);
        gateway.tell.told(first);

        Consignment consignment = gateway.dispatch.due().get(0);
        assertThat(consignment.id()).isEqualTo(admitted.id());
        assertThat(consignment.sequence()).isEqualTo(1);
        assertThat(consignment.attempt()).isEqualTo(1);
        gateway.dispatch.sent(consignment);
        assertThat(gateway.standing(admitted)).isEqualTo(new Standing.Sent(gateway.clock.instant(), 1));

        assertThat(gateway.accepted(admitted)).isEqualTo(Settlement.DELIVERED);
        assertThat(gateway.accepted(admitted)).isEqualTo(Settlement.AGAIN);
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.Delivered.class);
        Notice last = gateway.tell.due(Channel.EMAIL).get(0);
        assertThat(last.news()).isEqualTo(new News.Delivered());
        gateway.tell.told(last);
        gateway.tell.told(last);
        assertThat(gateway.tell.due(Channel.EMAIL)).isEmpty();

        assertThat(gateway.erase.eraseDue()).isZero();
        gateway.clock.pass(Duration.ofDays(7));
        assertThat(gateway.erase.eraseDue()).isEqualTo(1);
        assertThat(gateway.erase.eraseDue()).isZero();
        assertThat(gateway.inquire
                        .find(Gateway.PARTNER, admitted.reference())
                        .orElseThrow()
                        .to())
                .isEmpty();
        assertThat(gateway.inquire.receipt(Gateway.PARTNER, admitted.reference()))
                .contains(Fakes.Verifier.accepted(Gateway.FORCE, admitted.id()));
        assertThat(gateway.events())
                .containsExactly(
                        "admitted", "released", "sender-told", "sent", "receipt", "delivered", "sender-told", "erased");
    }

    @Test
    void whatTheForceRefusesIsToldWithTheReason() {
        Admitted admitted = gateway.admitted(gateway.mail("a form"));
        ReturnAddress.ByMail colleague = new ReturnAddress.ByMail("other@agency.example", "<2@agency.example>");
        gateway.admitted(gateway.mail("a form", colleague));
        gateway.letters().forEach(gateway.tell::told);
        assertThat(gateway.settle.settle(Gateway.FORCE, Fakes.Verifier.refused(Gateway.FORCE, admitted.id())))
                .isEqualTo(Settlement.REFUSED_BY_FORCE);
        assertThat(gateway.letters())
                .allSatisfy(n -> assertThat(n.news()).isInstanceOf(News.RefusedByForce.class))
                .extracting(Notice::to)
                .containsExactlyInAnyOrder(Gateway.SENDER, colleague);
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.RefusedByForce.class);
        assertThat(gateway.dispatch.due()).isEmpty();
    }

    @Test
    void urgentOnesGoFirstThenInTheOrderOfAdmission() {
        List<Admitted> admitted = List.of(
                gateway.admitted(gateway.web("one")),
                gateway.admitted(gateway.web("two")),
                gateway.admitted(gateway.web("urgent three")));
        assertThat(gateway.dispatch.due())
                .extracting(Consignment::id)
                .containsExactly(
                        admitted.get(2).id(),
                        admitted.get(0).id(),
                        admitted.get(1).id());
    }

    @Test
    void aClockThatWasAheadPutsNothingOff() {
        gateway.clock.pass(Duration.ofHours(3));
        Admitted early = gateway.admitted(gateway.mail("a form"));
        gateway.clock.pass(Duration.ofHours(-3));
        Admitted later = gateway.admitted(gateway.mail("another form"));
        assertThat(gateway.dispatch.due())
                .extracting(Consignment::id)
                .containsExactlyInAnyOrder(early.id(), later.id());
        assertThat(gateway.dispatch.due()).as("claimed").isEmpty();
        assertThat(gateway.letters()).extracting(Notice::id).containsExactlyInAnyOrder(early.id(), later.id());
    }

    @Test
    void whatWaitsForItsReceiptOrPausesIsNotTakenForAClocksFault() {
        gateway.admitted(gateway.mail("a form"));
        for (int attempt = 1; attempt <= 9; attempt++) {
            gateway.dispatch.due().forEach(gateway.dispatch::sent);
            assertThat(gateway.dispatch.due()).as("after attempt " + attempt).isEmpty();
            gateway.clock.pass(Duration.ofHours(1));
        }
        gateway.dispatch.due().forEach(c -> gateway.dispatch.failed(c, "test"));
        assertThat(gateway.dispatch.due()).isEmpty();
        for (int failure = 1; failure <= 12; failure++) {
            gateway.tell.due(Channel.EMAIL).forEach(gateway.tell::failed);
            assertThat(gateway.tell.due(Channel.EMAIL))
                    .as("after failure " + failure)
                    .isEmpty();
            gateway.clock.pass(Duration.ofMinutes(10));
        }
    }

    @Test
    void anAddressThatDoesNotOpenHoldsUpNothing() {
        Admitted admitted = gateway.admitted(gateway.mail("a form"));
        gateway.tell.due(Channel.EMAIL).forEach(gateway.tell::told);
        ReturnAddress.ByMail colleague = new ReturnAddress.ByMail("other@agency.example", "<2@agency.example>");
        gateway.addresses.keyIsAnother = true;
        assertThat(gateway.admitted(gateway.mail("a form", colleague)).again()).isTrue();
        assertThat(gateway.accepted(admitted)).isEqualTo(Settlement.DELIVERED);
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.Delivered.class);
        assertThat(gateway.tell.due(Channel.EMAIL)).isEmpty();
        gateway.addresses.keyIsAnother = false;
        gateway.clock.pass(Duration.ofMinutes(10));
        assertThat(gateway.letters())
                .as("told when the key is back")
                .extracting(Notice::news, Notice::to)
                .contains(tuple(new News.Delivered(), Gateway.SENDER));
    }

    @Test
    void whoSentItAgainHearsInOrderToo() {
        Admitted admitted = gateway.admitted(gateway.mail("a form"));
        gateway.tell.due(Channel.EMAIL).forEach(gateway.tell::told);
        ReturnAddress.ByMail colleague = new ReturnAddress.ByMail("other@agency.example", "<2@agency.example>");
        gateway.admitted(gateway.mail("a form", colleague));
        gateway.tell.due(Channel.EMAIL).forEach(gateway.tell::failed);
        gateway.accepted(admitted);
        gateway.tell.due(Channel.EMAIL).forEach(gateway.tell::told);
        assertThat(gateway.tell.due(Channel.EMAIL))
                .as("the earlier one is not told yet")
                .isEmpty();
        gateway.clock.pass(Duration.ofSeconds(1));
        assertThat(gateway.tell.due(Channel.EMAIL)).extracting(Notice::news).containsExactly(new News.InCustody());
    }

    @Test
    void lettersAreTakenOneAtATime() {
        gateway.admitted(gateway.mail("a form"));
        gateway.admitted(gateway.mail("another form"));
        assertThat(gateway.tell.due(Channel.EMAIL)).hasSize(1);
        assertThat(gateway.tell.due(Channel.EMAIL)).hasSize(1);
        assertThat(gateway.tell.due(Channel.EMAIL)).isEmpty();
    }

    @Test
    void whatIsToldOfAnErasedOneIsErasedInItsTime() {
        Admitted admitted = gateway.admitted(gateway.web("a form"));
        gateway.accepted(admitted);
        gateway.clock.pass(Duration.ofDays(7));
        assertThat(gateway.erase.eraseDue()).isEqualTo(1);
        assertThat(gateway.admitted(gateway.drop("a form")).again()).isTrue();
        assertThat(gateway.shown()).hasSize(1);
        gateway.clock.pass(Duration.ofDays(31));
        gateway.erase.eraseDue();
        assertThat(gateway.shown()).isEmpty();
        assertThat(gateway.custody.<List<Bytes>>inOneCommit(w -> w.notices().otherAddresses(admitted.id())))
                .isEmpty();
    }

    @Test
    void whatWasDroppedAgainUnderAnotherNameCanBeLookedUp() {
        Admitted uploaded = gateway.admitted(gateway.web("a form"));
        gateway.admitted(gateway.drop("a form"));
        gateway.admitted(gateway.drop("a form"));
        ReturnAddress other = new ReturnAddress.ByDrop("other.pdf");
        gateway.admitted(gateway.drop("a form", other));
        assertThat(gateway.shown())
                .extracting(Tell.Notice::to)
                .containsExactly(other, new ReturnAddress.ByDrop("form.pdf"));
        assertThat(gateway.shown()).extracting(Tell.Notice::reference).containsOnly(Optional.of(uploaded.reference()));
        assertThat(gateway.tell.due(Channel.SFTP)).isEmpty();
    }

    @Test
    void eachForceHasItsDeadlinesAndEachRungCallsOnce() {
        Admitted urgent = gateway.admitted(gateway.web("urgent form"));
        Admitted other = gateway.admitted(gateway.web("a form"));
        Deadlines.Pair own = new Deadlines.Pair(Duration.ofHours(3), Duration.ofMinutes(2));
        Deadlines deadlines = new Deadlines(Deadlines.DEFAULTS.usual(), Map.of(Gateway.FORCE, own));
        assertThat(overdue(deadlines, 1)).isZero();
        assertThat(overdue(deadlines, 2)).isEqualTo(1);
        assertThat(overdue(deadlines, 120)).isEqualTo(1);
        assertThat(overdue(deadlines, 180)).isEqualTo(2);
        assertThat(overdue(Deadlines.DEFAULTS, 9)).isZero();
        assertThat(overdue(Deadlines.DEFAULTS, 60)).isEqualTo(2);

        assertThat(uncalled(deadlines, 2)).containsExactly(urgent.id());
        assertThat(uncalled(deadlines, 180)).containsExactly(urgent.id(), other.id());
        Instant now = gateway.clock.instant();
        assertThat(gateway.custody.<Boolean>inOneCommit(w -> w.outbox().called(urgent.id(), "a", now)))
                .isTrue();
        assertThat(gateway.custody.<Boolean>inOneCommit(w -> w.outbox().called(urgent.id(), "a", now)))
                .isFalse();
        assertThat(uncalled(deadlines, 180)).containsExactly(other.id());
        gateway.accepted(other);
        assertThat(gateway.custody.<Boolean>inOneCommit(w -> w.outbox().called(other.id(), "a", now)))
                .isFalse();
        assertThat(uncalled(deadlines, 180)).isEmpty();
    }

    private Instant in(int minutes) {
        return gateway.clock.instant().plus(Duration.ofMinutes(minutes));
    }

    private long overdue(Deadlines deadlines, int minutes) {
        return gateway.custody
                .look(reads -> reads.backlog(deadlines, in(minutes)))
                .overdue();
    }

    private List<SubmissionId> uncalled(Deadlines deadlines, int minutes) {
        return gateway
                .custody
                .look(reads -> reads.uncalled("a", Optional.of(Gateway.FORCE), deadlines, in(minutes), 9))
                .stream()
                .map(Particulars::id)
                .toList();
    }

    private static final OperatorName ONE = new OperatorName("one@gateway.example");
    private static final OperatorName TWO = new OperatorName("two@gateway.example");

    private Intervene.Line line(Admitted admitted) {
        return gateway.intervene.undelivered(-1, 100).lines().stream()
                .filter(l -> l.of().of().id().equals(admitted.id()))
                .findFirst()
                .orElseThrow();
    }

    private void decide(Admitted admitted, Measure measure) {
        assertThat(gateway.intervene.propose(ONE, admitted.reference(), measure))
                .isEmpty();
        long number = line(admitted).proposal().orElseThrow().number();
        assertThat(gateway.intervene.confirm(TWO, admitted.reference(), number)).isEmpty();
    }

    @Test
    void theListSaysWhyThereIsNoReceipt() {
        Admitted first = gateway.admitted(gateway.web("a form"));
        assertThat(line(first).of().why().code()).isEqualTo("waiting");
        Consignment consignment = gateway.dispatch.due().get(0);
        gateway.dispatch.failed(consignment, "JMSException");
        assertThat(line(first).of().why())
                .isEqualTo(new Undelivered.Why(
                        "broker-does-not-take-it", "The broker did not take it, once in a row (JMSException)."));
        gateway.dispatch.sent(consignment);
        assertThat(line(first).of().why().code()).isEqualTo("no-receipt");
        gateway.settle.settle(
                new ForceId("other-force"), Fakes.Verifier.accepted(new ForceId("other-force"), first.id()));
        assertThat(line(first).of().why().code()).isEqualTo("no-receipt");
        gateway.settle.settle(Gateway.FORCE, Fakes.Verifier.refused(new ForceId("other-force"), first.id()));
        assertThat(line(first).of().why().code()).isEqualTo("false-receipts");
        assertThat(line(first).overdue()).isFalse();
        gateway.clock.pass(Duration.ofHours(1));
        Admitted second = gateway.admitted(gateway.web("another form"));
        assertThat(line(first).overdue()).isTrue();
        assertThat(gateway.intervene.undelivered(-1, 1).lines())
                .extracting(l -> l.of().of().reference())
                .containsExactly(first.reference());
        assertThat(gateway.intervene.undelivered(line(first).of().position(), 9).lines())
                .extracting(l -> l.of().of().reference())
                .containsExactly(second.reference());
        gateway.accepted(first);
        assertThat(gateway.intervene.undelivered(-1, 9).lines()).hasSize(1);
    }

    @Test
    void aRetryIsDueAtOnce() {
        Admitted admitted = gateway.admitted(gateway.web("a form"));
        gateway.dispatch.sent(gateway.dispatch.due().get(0));
        assertThat(gateway.dispatch.due()).isEmpty();
        decide(admitted, Measure.RETRY);
        assertThat(gateway.dispatch.due()).singleElement().satisfies(c -> assertThat(c.attempt())
                .isEqualTo(2));
    }

    @Test
    void whatWasHandedOverStaysOnTheListUntilItsReceiptIsBroughtBack() {
        Admitted admitted = gateway.admitted(gateway.mail("a form"));
        assertThat(gateway.courier.take(ONE, admitted.reference())).isEmpty();
        decide(admitted, Measure.HAND_OVER);
        assertThat(line(admitted).of().why().code()).isEqualTo("handed-over");
        Bytes envelope = gateway.courier.take(TWO, admitted.reference()).orElseThrow();
        Courier.Papers papers = gateway.courier.papers(admitted.reference()).orElseThrow();
        assertThat(new String(papers.note().array(), StandardCharsets.US_ASCII))
                .contains(
                        admitted.reference().value(),
                        envelope.sha256().toString(),
                        ONE.value(),
                        TWO.value(),
                        "receive --out DIR --file " + admitted.reference() + ".p7m");
        assertThat(papers.proof()).startsWith("c2sp.org/tlog-proof");

        Bytes foreign = Fakes.Verifier.accepted(new ForceId("other-force"), admitted.id());
        assertThat(gateway.courier.bring(ONE, Fakes.bytes("rubbish"))).isPresent();
        assertThat(gateway.courier.bring(ONE, foreign)).isPresent();
        Bytes receipt = Fakes.Verifier.accepted(Gateway.FORCE, admitted.id());
        assertThat(gateway.courier.bring(ONE, receipt)).isEmpty();
        assertThat(gateway.courier.bring(ONE, receipt)).isEmpty();
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.Delivered.class);
        assertThat(gateway.intervene.undelivered(-1, 9).lines()).isEmpty();
        assertThat(gateway.courier.take(ONE, admitted.reference())).isEmpty();
        assertThat(gateway.events())
                .containsExactly(
                        "admitted",
                        "released",
                        "measure-proposed",
                        "measure-confirmed",
                        "taken-to-hand-over",
                        "receipt-brought",
                        "receipt-rejected",
                        "receipt-brought",
                        "receipt",
                        "delivered");
    }

    @Test
    void whatIsGivenUpIsToldAndErasedAndAReceiptSettlesItAllTheSame() {
        Admitted admitted = gateway.admitted(gateway.mail("a form"));
        gateway.tell.told(gateway.tell.due(Channel.EMAIL).get(0));
        Consignment underway = gateway.dispatch.due().get(0);
        decide(admitted, Measure.GIVE_UP);
        gateway.dispatch.sent(underway);
        assertThat(gateway.standing(admitted)).isEqualTo(new Standing.GivenUp(gateway.clock.instant()));
        assertThat(gateway.inquire.backlog().waiting()).isZero();
        Notice told = gateway.tell.due(Channel.EMAIL).get(0);
        assertThat(told.news()).isEqualTo(new News.GivenUp());
        gateway.tell.told(told);
        gateway.clock.pass(RetryPlan.DEFAULTS.longestReceiptPause());
        assertThat(gateway.dispatch.due()).isEmpty();
        assertThat(gateway.intervene.propose(ONE, admitted.reference(), Measure.RETRY))
                .isPresent();

        Admitted again = gateway.admitted(gateway.mail("a form"));
        assertThat(again.again()).isFalse();

        assertThat(gateway.accepted(admitted)).isEqualTo(Settlement.DELIVERED);
        assertThat(gateway.standing(admitted)).isInstanceOf(Standing.Delivered.class);
        assertThat(gateway.letters()).extracting(Notice::news).contains(new News.Delivered());

        gateway.clock.pass(Duration.ofMillis(1));
        decide(again, Measure.GIVE_UP);
        gateway.clock.pass(Duration.ofDays(31));
        assertThat(gateway.erase.eraseDue()).isEqualTo(2);
        assertThat(gateway.standing(again)).isInstanceOf(Standing.GivenUp.class);
        assertThat(gateway.accepted(again)).isEqualTo(Settlement.AGAIN);
    }

    @Test
    void aLegalHoldStopsErasureUntilTwoPeopleEndIt() {
        OperatorName one = new OperatorName("one@gateway.example");
        OperatorName two = new OperatorName("two@gateway.example");
        Admission.Admitted admitted = gateway.admitted(gateway.mail("a form"));
        Reference reference = admitted.reference();
        gateway.dispatch.sent(gateway.dispatch.due().get(0));
        gateway.accepted(admitted);
        gateway.letters().forEach(gateway.tell::told);

        assertThat(gateway.preserve.hold(one, reference)).isEmpty();
        assertThat(gateway.preserve.hold(two, reference)).isEmpty();
        assertThat(gateway.preserve.holds(0, 10)).singleElement().satisfies(hold -> {
            assertThat(hold.reference()).isEqualTo(reference);
            assertThat(hold.by()).isEqualTo(one);
        });
        gateway.clock.pass(Duration.ofDays(400));
        assertThat(gateway.erase.eraseDue()).isZero();

        assertThat(codeOf(gateway.preserve.confirmEnd(two, reference))).isEqualTo("no-such-proposal");
        assertThat(gateway.preserve.proposeEnd(one, reference)).isEmpty();
        assertThat(codeOf(gateway.preserve.proposeEnd(two, reference))).isEqualTo("proposed-already");
        assertThat(codeOf(gateway.preserve.confirmEnd(one, reference))).isEqualTo("same-person");
        gateway.clock.pass(Duration.ofDays(1));
        assertThat(codeOf(gateway.preserve.confirmEnd(two, reference))).isEqualTo("no-such-proposal");
        assertThat(gateway.erase.eraseDue()).isZero();

        assertThat(gateway.preserve.proposeEnd(two, reference)).isEmpty();
        assertThat(gateway.preserve.confirmEnd(one, reference)).isEmpty();
        assertThat(gateway.preserve.holds(0, 10)).isEmpty();
        assertThat(gateway.erase.eraseDue()).isEqualTo(1);
        assertThat(codeOf(gateway.preserve.hold(one, reference))).isEqualTo("not-kept");
        assertThat(codeOf(gateway.preserve.proposeEnd(one, reference))).isEqualTo("no-legal-hold");
        assertThat(gateway.events())
                .containsSubsequence(
                        "legal-hold-set",
                        "legal-hold-end-proposed",
                        "legal-hold-end-proposed",
                        "legal-hold-ended",
                        "erased")
                .filteredOn(event -> event.equals("legal-hold-set"))
                .hasSize(1);
    }

    @Test
    void aLegalHoldIsSetOnWhatIsStillOnItsWayAsWell() {
        OperatorName one = new OperatorName("one@gateway.example");
        Reference reference = gateway.admitted(gateway.mail("a form")).reference();
        assertThat(gateway.preserve.hold(one, reference)).isEmpty();
        assertThat(gateway.dispatch.due()).hasSize(1);
        assertThat(codeOf(gateway.preserve.hold(
                        one, Reference.parse("SP-0000-0000").orElseThrow())))
                .isEqualTo("not-kept");
    }

    private static String codeOf(Optional<Refusal> refusal) {
        return refusal.orElseThrow().code();
    }
}
