package org.sealpost.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Session;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mail.MailAuthenticator;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sealpost.channel.OneGatewayAtATime;
import org.sealpost.channel.mail.Senders.Partner;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.ReturnAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The route as it stands, against a real IMAP server. */
@CamelSpringBootTest
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = EmailArrivalsRouteTest.Wiring.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=classpath:routes/email-arrivals.camel.yaml",
            "sealpost.mail.inbox=INBOX",
            "sealpost.mail.poll=100"
        })
class EmailArrivalsRouteTest {
    private static final MailServers MAIL = new MailServers();
    private static final LineProxy PROXY = new LineProxy(MAIL.imap().port());
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private FakeAdmit admit;

    @Autowired
    private CamelContext camel;

    @DynamicPropertySource
    static void where(DynamicPropertyRegistry registry) {
        registry.add("sealpost.mail.protocol", () -> MailSessions.imapProtocol(MAIL.imap()));
        registry.add("sealpost.mail.host", () -> MAIL.imap().host());
        registry.add("sealpost.mail.port", PROXY::port);
    }

    @AfterAll
    static void stop() throws Exception {
        PROXY.close();
        MAIL.close();
    }

    @BeforeEach
    void clean() throws Exception {
        PROXY.honest();
        MAIL.empty();
        admit.clear();
    }

    @Test
    void aLetterIsAdmittedAsItsVeryBytesAndThenMoved() throws Exception {
        // What a parser would write differently: bare odd header, folded lines, trailing blanks, 8-bit text.
        String letter = Letters.from("Ann Example <ann@agency.example>")
                        .replace("Subject: form", "Subject: form\r\nX-Odd:no blank\r\n\tfolded ")
                + "caf\u00e9 \r\n.\r\nno newline at the end";
        MAIL.deliver(letter);

        await().atMost(PATIENCE).until(() -> MAIL.count("Handled") == 1);

        assertThat(MAIL.count("INBOX")).isZero();
        assertThat(admit.arrivals).singleElement().satisfies(arrival -> {
            assertThat(arrival.partner()).isEqualTo(new PartnerId("example-agency"));
            assertThat(arrival.force()).isEqualTo(new ForceId("example-constabulary"));
            assertThat(arrival.by()).isEqualTo("@agency.example");
            assertThat(arrival.originals()).singleElement().satisfies(original -> {
                assertThat(original.name()).isEqualTo("message.eml");
                assertThat(original.content().array()).isEqualTo(letter.getBytes(StandardCharsets.ISO_8859_1));
            });
            assertThat(arrival.returnAddress())
                    .isEqualTo(new ReturnAddress.ByMail("ann@agency.example", Letters.ID_OF_FIRST));
        });
    }

    @Test
    void aLetterThatWasReadByAPersonIsAdmittedAllTheSame() throws Exception {
        camel.getRouteController().suspendRoute("email-arrivals");
        MAIL.deliver(Letters.from("ann@agency.example"));
        MAIL.markAllRead();
        camel.getRouteController().resumeRoute("email-arrivals");

        await().atMost(PATIENCE).until(() -> MAIL.count("Handled") == 1);
    }

    @Test
    void onePoisonousLetterOfTenKeepsNobodyWaitingAndStaysUnread(CapturedOutput log) throws Exception {
        String[] letters = new String[10];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Letters.from("ann@agency.example").replace("Subject: form", "Subject: form " + i)
                    + (i == 0 ? FakeAdmit.FAULT_BEFORE : "fine");
        }
        MAIL.deliver(letters);

        await().atMost(PATIENCE).until(() -> MAIL.count("Handled") == 9);
        await().atMost(PATIENCE).until(() -> admit.faults.size() >= 3);

        assertThat(MAIL.subjects("INBOX")).containsExactly("form 0");
        // Camel marks each letter as read until its poll is over.
        await().atMost(PATIENCE).until(() -> MAIL.read() == 0);
        await().atMost(PATIENCE).until(() -> log.getAll().contains("needs a person: java.lang.IllegalStateException"));
        assertThat(log.getAll()).doesNotContain("Violet", "form 0", "ann@");
    }

    @Test
    void aFaultAfterTheCommitIsMendedByTheNextPoll() throws Exception {
        MAIL.deliver(Letters.from("ann@agency.example") + FakeAdmit.FAULT_AFTER);

        await().atMost(PATIENCE).until(() -> MAIL.count("Handled") == 1);

        assertThat(admit.custody).hasSize(1);
        assertThat(admit.answers).singleElement().extracting("again").isEqualTo(true);
    }

    @Test
    void aFaultOfTheStoreLeavesEverythingWhereItIsUntilItIsOver() throws Exception {
        admit.down = true;
        MAIL.deliver(Letters.from("ann@agency.example") + "one", Letters.from("ann@agency.example") + "two");
        await().atMost(PATIENCE).until(() -> admit.faults.size() >= 2);
        assertThat(MAIL.count("INBOX")).isEqualTo(2);

        admit.down = false;
        await().atMost(PATIENCE).until(() -> MAIL.count("Handled") == 2);
    }

    @Test
    void whoeverIsNotKnownIsTurnedAwayAndTheLetterIsForAPerson() throws Exception {
        MAIL.deliver(
                Letters.from("\"ann@agency.example\" <eve@elsewhere.example>"),
                Letters.from("ann@agency.example, eve@elsewhere.example"),
                Letters.from("ann@agency.example").replace("Subject:", "From: eve@elsewhere.example\r\nSubject:"),
                Letters.from("ann@sub.agency.example"),
                Letters.from("ann@agency.example") + FakeAdmit.REFUSE);

        await().atMost(PATIENCE).until(() -> MAIL.count("Needs a person") == 5);

        assertThat(admit.arrivals).isEmpty();
        assertThat(admit.refused)
                .extracting(refused -> refused.why().code())
                .containsExactlyInAnyOrder("sender-unknown", "sender-unclear", "sender-unclear", "sender-unknown");
        assertThat(admit.refused)
                .extracting(refused -> refused.arrival().partner().value())
                .containsOnly("unknown-sender");
        assertThat(admit.refused)
                .filteredOn(refused -> refused.why().code().equals("sender-unclear"))
                .extracting(refused -> refused.arrival().returnAddress())
                .containsOnly(new ReturnAddress.Nobody());
    }

    @Test
    void whatNoParserLikesIsAdmittedUnread() throws Exception {
        String head = "From: ann@agency.example\r\n";
        MAIL.deliver(
                head + "Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\nbroken",
                head
                        + "Content-Type: ;;;=\"\r\nContent-Transfer-Encoding: base65\r\nSubject: =?x?Q?=ZZ?=\r\n\r\n\u0001",
                head + "Date: \u00ff\u00fe\r\n: no name\r\nno colon at all\r\n\r\n",
                head + "To: <<<@@>>\r\n\r\n");

        await().atMost(PATIENCE).until(() -> MAIL.count("Handled") == 4);
        assertThat(admit.arrivals).hasSize(4);
    }

    @Test
    void lettersWithoutMessageIdEqualOnesAndNestedOnesAllGetThrough() throws Exception {
        String anonymous = Letters.from("ann@agency.example").replaceAll("Message-ID: .*\r\n", "");
        String nested = Letters.from("ann@agency.example").replace("text/plain", "message/rfc822")
                + Letters.from("eve@elsewhere.example");
        MAIL.deliver(anonymous + "a", anonymous + "b", nested, nested);

        await().atMost(PATIENCE).until(() -> MAIL.count("Handled") == 4);

        assertThat(admit.custody).hasSize(3);
        assertThat(admit.answers).extracting("again").containsExactly(false, false, false, true);
        assertThat(admit.arrivals.get(0).returnAddress()).isEqualTo(new ReturnAddress.ByMail("ann@agency.example", ""));
    }

    @Test
    void aLetterBeyondTheLimitIsTurnedAwayWithoutItsContent() throws Exception {
        MAIL.deliver(Letters.from("ann@agency.example") + "x".repeat(Wiring.LARGEST));

        await().atMost(PATIENCE).until(() -> MAIL.count("Needs a person") == 1);

        assertThat(admit.refused).singleElement().satisfies(refused -> {
            assertThat(refused.why().code()).isEqualTo("too-large");
            assertThat(refused.arrival().partner().value()).isEqualTo("example-agency");
            assertThat(refused.arrival().size()).isLessThanOrEqualTo(LetterHead.LARGEST);
        });
    }

    @Test
    void aServerThatHangsUpInTheMiddleIsAskedAgainAndItsWordsAreInNoLog(CapturedOutput log) throws Exception {
        AtomicInteger cuts = new AtomicInteger();
        PROXY.changeAnswers(line -> line.contains("BODY[]") && cuts.incrementAndGet() <= 2
                ? LineProxy.CUT + "while reading Violet Example\r\n"
                : line);
        MAIL.deliver(Letters.from("ann@agency.example"));

        await().atMost(PATIENCE).until(() -> MAIL.count("Handled") == 1);

        assertThat(cuts).hasValueGreaterThan(2);
        assertThat(admit.custody).hasSize(1);
        assertThat(log.getAll()).doesNotContain("Violet");
    }

    @Test
    void aServerThatRefusesWithWordsIsAskedAgainAndItsWordsAreInNoLog(CapturedOutput log) throws Exception {
        AtomicInteger refusals = new AtomicInteger();
        PROXY.changeAnswers(line -> line.matches("\\w+ OK .*FETCH.*\r?\n") && refusals.incrementAndGet() <= 2
                ? line.replaceAll("OK .*\r", "NO reading Violet Example\r")
                : line);
        MAIL.deliver(Letters.from("ann@agency.example"));

        await().atMost(PATIENCE).until(() -> MAIL.count("Handled") == 1);

        assertThat(refusals).hasValueGreaterThan(2);
        assertThat(log.getAll()).doesNotContain("Violet");
    }

    /** The refusal is recorded and its letter moved in two steps; the record must know the second telling as the first. */
    @Test
    void aLetterTurnedAwayIsTheSameArrivalWhenTheMoveComesLate() throws Exception {
        PROXY.changeCommands(line -> line.replaceAll("UID MOVE.*", "NOOP"));
        MAIL.deliver(Letters.from("eve@elsewhere.example"));
        await().atMost(PATIENCE).until(() -> admit.refused.size() == 1);
        PROXY.honest();
        await().atMost(PATIENCE).until(() -> MAIL.count("Needs a person") == 1);

        assertThat(admit.refused)
                .as("told once, though the move took more than one try")
                .hasSize(1);
    }

    @Configuration
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    static class Wiring {
        static final int LARGEST = 512 * 1024;

        @Bean
        FakeAdmit admit() {
            return new FakeAdmit();
        }

        @Bean
        Session mailboxSession() {
            return MailSessions.imap(MAIL.imap());
        }

        @Bean
        MailAuthenticator mailboxAccount() {
            return MailSessions.account(MAIL.imap());
        }

        @Bean
        PollsOnNewMail pollsOnNewMail() {
            return new PollsOnNewMail(MAIL.imap(), MailSessions.imapWaiting(MAIL.imap()), "INBOX");
        }

        @Bean
        LetterBinding letterBinding() {
            return new LetterBinding();
        }

        @Bean
        LetterKeys letterKeys() {
            return new LetterKeys();
        }

        @Bean
        OneGatewayAtATime oneGatewayAtATime() {
            return new OneGatewayAtATime(Optional.empty());
        }

        @Bean
        RestingLetters restingLetters(Mailbox mailbox) {
            return new RestingLetters(mailbox);
        }

        @Bean
        Mailbox mailbox() {
            Duration pause = Duration.ofMillis(50);
            return new Mailbox(
                    new MailboxSettings(
                            MAIL.imap(), "Handled", "Needs a person", LARGEST, pause, Duration.ofMillis(400), 3),
                    Clock.systemUTC());
        }

        @Bean
        EmailArrivals emailArrivals(FakeAdmit admit) {
            Partner partner = new Partner(
                    new PartnerId("example-agency"), new ForceId("example-constabulary"), Set.of("agency.example"));
            Senders senders =
                    new Senders(List.of(partner), new PartnerId("unknown-sender"), new ForceId("example-constabulary"));
            return new EmailArrivals(senders, admit, Clock.systemUTC());
        }
    }
}
