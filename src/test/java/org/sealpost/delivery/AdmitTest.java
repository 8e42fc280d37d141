package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.delivery.Admission.Refused;
import org.sealpost.delivery.Admit.Progress;
import org.sealpost.delivery.Tell.News;
import org.sealpost.delivery.malware.Scan;
import org.sealpost.delivery.malware.Screen;
import org.sealpost.store.Database;
import org.sealpost.store.TestDatabases;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;

class AdmitTest {
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

    private String refusal(Arrival arrival) {
        return ((Refused) gateway.admit.admit(arrival, Progress.NOBODY)).why().code();
    }

    @Test
    void whatIsOverTheLimitsIsRefusedAndNothingOfItIsKept() {
        assertThat(refusal(gateway.web("", ""))).isEqualTo("empty");
        String[] many = IntStream.range(0, 21).mapToObj(i -> "file " + i).toArray(String[]::new);
        assertThat(refusal(gateway.web(many))).isEqualTo("too-many-files");
        AdmissionLimits small = new AdmissionLimits(4, 2, Duration.ofDays(1));
        assertThat(small.refusal(gateway.web("five5"), 1_000_000))
                .hasValueSatisfying(r -> assertThat(r.code()).isEqualTo("too-large"));
        assertThat(small.refusal(gateway.mail("more than four, as base64 makes it"), 1_000_000))
                .isEmpty();
        assertThat(small.refusal(gateway.mail("x".repeat((int) small.mostBytes(Channel.EMAIL) + 1)), 1_000_000))
                .hasValueSatisfying(r -> assertThat(r.code()).isEqualTo("too-large"));
        assertThat(small.refusal(gateway.web("four"), 4)).isEmpty();
        assertThat(small.refusal(gateway.web("four"), 3))
                .as("more than there is memory for")
                .hasValueSatisfying(r -> assertThat(r.code()).isEqualTo("too-large"));
        assertThat(gateway.reader.readings).isZero();
        assertThat(gateway.events()).containsExactly("refused", "refused");
        assertThat(gateway.inquire.backlog().waiting()).isZero();
    }

    @Test
    void whatHoldsMalwareIsRefusedUnlessItsForceWantsIt() {
        Scan finds = original -> original.size() > 4 ? new Scan.Found("Test.Signature-1") : new Scan.Clean();
        gateway = new Gateway(gateway.database, Screen.by(finds, Set.of(), false, Runnable::run));
        assertThat(gateway.admit.admit(gateway.web("fine", "not fine"), Progress.NOBODY))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.why().code()).isEqualTo("malware-found");
                    assertThat(refused.why().sentence()).contains("Test.Signature-1");
                });
        assertThat(gateway.inquire.backlog().waiting()).isZero();
        gateway = new Gateway(gateway.database, Screen.by(finds, Set.of(Gateway.FORCE), false, Runnable::run));
        gateway.reader.json = "{\"meta\":{\"documents\":[{},{}]}}";
        assertThat(gateway.admit.admit(gateway.web("fine", "not fine"), Progress.NOBODY))
                .isInstanceOf(Admitted.class);
        assertThat(gateway.sealed.json)
                .isEqualTo("{\"meta\":{\"documents\":[{\"malware\":{\"scan\":\"none-found\"}},"
                        + "{\"malware\":{\"scan\":\"found\",\"signature\":\"Test.Signature-1\"}}]}}");
    }

    @Test
    void whatNobodyCouldScanIsDeliveredMarkedOrKeptBack() {
        Scan away = original -> new Scan.Unscanned(true, "scanner-away: Nobody looked.");
        gateway = new Gateway(gateway.database, Screen.by(away, Set.of(), true, Runnable::run));
        assertThatThrownBy(() -> gateway.admit.admit(gateway.web("a form"), Progress.NOBODY))
                .isInstanceOf(IllegalStateException.class);
        assertThat(gateway.events()).isEmpty();
        gateway = new Gateway(gateway.database, Screen.by(away, Set.of(), false, Runnable::run));
        gateway.reader.json = "{\"meta\":{\"documents\":[{}]}}";
        assertThat(gateway.admit.admit(gateway.web("a form"), Progress.NOBODY)).isInstanceOf(Admitted.class);
        assertThat(gateway.sealed.json)
                .contains("{\"scan\":\"unscanned\",\"reason\":\"scanner-away: Nobody looked.\"}");
    }

    @Test
    void aRefusedMailIsAnsweredOnceHoweverOftenItIsFetched() {
        Arrival empty = gateway.mail("");
        assertThat(refusal(empty)).isEqualTo("empty");
        assertThat(refusal(empty)).isEqualTo("empty");
        assertThat(gateway.tell.due(Channel.EMAIL)).singleElement().satisfies(n -> {
            assertThat(n.reference()).isEmpty();
            assertThat(n.news()).isInstanceOf(News.TurnedAway.class);
            assertThat(n.to()).isEqualTo(Gateway.SENDER);
            gateway.tell.told(n);
        });
        gateway.clock.pass(Duration.ofDays(1));
        assertThat(gateway.tell.due(Channel.EMAIL)).isEmpty();
    }

    @Test
    void theSameFormByAnotherChannelIsTheSameSubmission() {
        Admitted dropped = gateway.admitted(gateway.drop("a form"));
        Admitted uploaded = gateway.admitted(gateway.web("a form"));
        Admitted mailed = gateway.admitted(gateway.mail("mail:a form"));
        assertThat(uploaded).isEqualTo(new Admitted(dropped.id(), dropped.reference(), dropped.at(), true));
        assertThat(mailed.reference()).isEqualTo(dropped.reference());
        assertThat(gateway.events()).containsExactly("admitted", "released", "repeated", "repeated");
    }

    @Test
    void eachFileThatWasTurnedAwayUnreadIsNotedAndCanBeLookedUp() {
        Refusal tooLarge = new Refusal("too-large", "Too large.");
        gateway.admit.refuse(gateway.drop(""), tooLarge);
        gateway.admit.refuse(gateway.drop(""), tooLarge);
        gateway.admit.refuse(gateway.drop("", new ReturnAddress.ByDrop("other.pdf")), tooLarge);
        gateway.admit.refuse(gateway.drop(""), new Refusal("empty-file", "Empty."));
        assertThat(gateway.events()).containsExactly("refused", "refused", "refused");
        assertThat(gateway.shown())
                .extracting(n -> n.news().word(), n -> ((ReturnAddress.ByDrop) n.to()).fileName())
                .containsExactly(
                        tuple("turned-away", "form.pdf"),
                        tuple("turned-away", "other.pdf"),
                        tuple("turned-away", "form.pdf"));
        gateway.clock.pass(Duration.ofDays(1));
        gateway.admit.refuse(gateway.drop(""), tooLarge);
        assertThat(gateway.events()).hasSize(4);
        gateway.clock.pass(Duration.ofDays(31));
        gateway.erase.eraseDue();
        assertThat(gateway.shown()).isEmpty();
        assertThat(gateway.events()).hasSize(4);
    }

    @Test
    void theOrderOfFilesDoesNotMatterAndOneFileMoreDoes() {
        Admitted first = gateway.admitted(gateway.web("one", "two"));
        assertThat(gateway.admitted(gateway.web("two", "one")).reference()).isEqualTo(first.reference());
        assertThat(gateway.admitted(gateway.web("one", "two", "three")).again()).isFalse();
        assertThat(gateway.admitted(gateway.web("one")).again()).isFalse();
    }

    @Test
    void afterTheWindowItIsANewSubmission() {
        Admitted first = gateway.admitted(gateway.web("a form"));
        gateway.clock.pass(Duration.ofDays(7));
        assertThat(gateway.admitted(gateway.web("a form")).again()).isTrue();
        gateway.clock.pass(Duration.ofMillis(1));
        Admitted later = gateway.admitted(gateway.web("a form"));
        assertThat(later.again()).isFalse();
        assertThat(later.reference()).isNotEqualTo(first.reference());
    }

    @Test
    void whatIsForgottenIsNoLongerKnown() {
        gateway.admitted(gateway.web("a form"));
        gateway.clock.pass(Duration.ofDays(7).plusMillis(1));
        gateway.erase.eraseDue();
        assertThat(gateway.admitted(gateway.web("a form")).again()).isFalse();
    }

    @Test
    void theSameMailFetchedTwiceIsAnsweredOnceAndASecondMailOnItsOwn() {
        gateway.admitted(gateway.mail("mail:a form"));
        gateway.admitted(gateway.mail("mail:a form"));
        ReturnAddress second = new ReturnAddress.ByMail("sender@agency.example", "<2@agency.example>");
        gateway.admitted(gateway.mail("mail:a form", second));
        gateway.admitted(gateway.mail("mail:a form", second));
        assertThat(gateway.letters()).extracting(Tell.Notice::to).containsExactly(Gateway.SENDER, second);
    }

    @Test
    void onlyThoseToldByMessageHaveNotices() {
        gateway.admitted(gateway.drop("one"));
        gateway.admitted(gateway.web("two"));
        gateway.admitted(gateway.mail("three", new ReturnAddress.Nobody()));
        for (Channel channel : Channel.values()) {
            assertThat(gateway.tell.due(channel)).isEmpty();
        }
    }

    @Test
    void twentyAtOnceOfTheSameAreAdmittedOnce() {
        long first = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> gateway.database)
                .filter(d -> !new Gateway(d).admitted(gateway.web("a form")).again())
                .count();
        assertThat(first).isEqualTo(1);
        assertThat(gateway.inquire.backlog().waiting()).isEqualTo(1);
    }

    @Test
    void theLedgerHoldsNeitherNameNorDigestOfTheOriginals() {
        Arrival arrival = gateway.mail("a form");
        gateway.admitted(arrival);
        String ledger = String.join("\n", gateway.ledger());
        assertThat(ledger).contains("\"by\":\"example-account\"").doesNotContain("form.pdf", "sender@");
        assertThat(ledger)
                .doesNotContain(arrival.originals().get(0).content().sha256().toString());
        assertThat(gateway.ledger().get(1)).contains("\"sequence\":\"1\"").doesNotContain("example-agency");
    }

    @Test
    void anAccountNameIsMadeFitForTheLedger() {
        Arrival arrival = gateway.web("a form");
        gateway.admitted(new Arrival(
                arrival.partner(),
                arrival.force(),
                arrival.channel(),
                "Zo\u00eb \"the\\admin\"\n" + "x".repeat(300),
                arrival.arrivedAt(),
                arrival.originals(),
                arrival.returnAddress(),
                arrival.source()));
        assertThat(gateway.ledger().get(0)).contains("\"by\":\"Zo? ?the?admin??xxx");
    }

    /** As after a crash between the refusal and the move of its letter: all that is remembered is in the database. */
    @Test
    void whatIsTurnedAwayAgainAfterARestartIsToldOnce() {
        Arrival letter = gateway.mail("not for us");
        Refusal why = new Refusal("sender-unknown", "We do not know you.");
        gateway.admit.refuse(letter, why);
        gateway.admit.refuse(gateway.mail("not for us"), why);
        assertThat(gateway.tell.due(Channel.EMAIL)).hasSize(1);
    }
}
