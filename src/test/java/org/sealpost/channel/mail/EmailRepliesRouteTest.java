package org.sealpost.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sealpost.delivery.Tell;
import org.sealpost.delivery.Tell.News;
import org.sealpost.delivery.Tell.Notice;
import org.sealpost.submission.Channel;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.SubmissionId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The route as it stands, against a real SMTP server. */
@CamelSpringBootTest
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = EmailRepliesRouteTest.Wiring.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=classpath:routes/email-replies.camel.yaml",
            "sealpost.mail.replies.poll=100",
            "logging.level.com.icegreen=OFF"
        })
class EmailRepliesRouteTest {
    private static final MailServers MAIL = new MailServers();
    private static final LineProxy PROXY = new LineProxy(MAIL.smtp().port());
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicLong NUMBER = new AtomicLong();

    @Autowired
    private FakeTell tell;

    @AfterAll
    static void stop() throws Exception {
        PROXY.close();
        MAIL.close();
    }

    @BeforeEach
    void clean() throws Exception {
        tell.clear();
        smtpUp();
        MAIL.greenMail().purgeEmailFromAllMailboxes();
    }

    @Test
    void theSenderHearsThatWeHaveItWithTheReferenceFirstAndNothingOfTheForm() throws Exception {
        Notice notice = notice(new News.InCustody(), "ann@agency.example");
        MimeMessage reply = sent(notice);
        String reference = notice.reference().orElseThrow().value();
        String text = text(reply);

        assertThat(text).startsWith("Your reference: " + reference + "\n");
        assertThat(text)
                .contains("What happens next: we deliver it to the police")
                .contains("This is not a referral.\nIf a child or an adult is in immediate danger, call 999.")
                .doesNotContain("ann@", "example-agency", "Violet");
        assertThat(reply.getSubject()).isEqualTo("We have your form: " + reference);
        assertThat(reply.getHeader("In-Reply-To", null)).isEqualTo(Letters.ID_OF_FIRST);
        assertThat(reply.getHeader("References", null)).isEqualTo(Letters.ID_OF_FIRST);
        assertThat(reply.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
        assertThat(reply.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
        assertThat(reply.getFrom()).singleElement().hasToString("Sealpost <forms@sealpost.example>");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
    }

    @Test
    void nobodyIsToldWhenAReplyCannotBeDelivered() throws Exception {
        List<String> commands = new CopyOnWriteArrayList<>();
        PROXY.changeCommands(line -> {
            commands.add(line.strip());
            return withASender(line);
        });
        sent(notice(new News.InCustody(), "ann@agency.example"));

        assertThat(commands)
                .filteredOn(line -> line.startsWith("MAIL FROM:"))
                .singleElement()
                .asString()
                .startsWith("MAIL FROM:<>");
    }

    @Test
    void theSenderHearsThatThePoliceHaveSignedForIt() throws Exception {
        Notice notice = notice(new News.Delivered(), "ann@agency.example");
        MimeMessage reply = sent(notice);

        assertThat(reply.getSubject())
                .isEqualTo("The police have your form: " + notice.reference().orElseThrow());
        assertThat(text(reply)).contains("have signed for it", "What happens next: it is with them now");
    }

    @Test
    void theSenderHearsWhyItWasNotTaken() throws Exception {
        Refusal why = new Refusal("too-large", "The e-mail is larger than we can take.");
        Notice turnedAway = new Notice(
                NUMBER.incrementAndGet(),
                SubmissionId.random(),
                Optional.empty(),
                new PartnerId("example-agency"),
                new ReturnAddress.ByMail("ann@agency.example", ""),
                new News.TurnedAway(why),
                Instant.now());
        MimeMessage reply = sent(turnedAway);

        assertThat(reply.getSubject()).isEqualTo("Your form did not reach the police");
        assertThat(reply.getHeader("In-Reply-To")).isNull();
        assertThat(text(reply))
                .startsWith("We could not take the e-mail you sent, so the police do not have it.")
                .contains(why.sentence(), "What to do now", "999")
                .doesNotContain("reference");

        MimeMessage refused = sent(notice(new News.RefusedByForce(why), "ann@agency.example"));
        assertThat(text(refused)).contains("The police could not take the form", why.sentence());
    }

    @Test
    void whenTheMailServerIsDownEveryNoticeFailsAndIsSentWhenItIsBack(CapturedOutput log) throws Exception {
        PROXY.changeAnswers(line -> "421 we know ann@agency.example and are closing\r\n");
        Notice one = notice(new News.InCustody(), "ann@agency.example");
        Notice two = notice(new News.InCustody(), "bob@agency.example");
        tell.due.add(one);
        tell.due.add(two);
        await().atMost(PATIENCE).until(() -> tell.failed.containsAll(List.of(one, two)));
        assertThat(tell.told).isEmpty();

        smtpUp();
        tell.due.add(one);
        tell.due.add(two);
        await().atMost(PATIENCE).until(() -> tell.told.containsAll(List.of(one, two)));
        assertThat(log.getAll()).doesNotContain("ann@", "bob@");
    }

    @Test
    void oneAddressThatTheMailServerRefusesKeepsNobodyWaiting(CapturedOutput log) {
        PROXY.changeCommands(
                line -> line.startsWith("RCPT TO:<eve@") ? "RCPT eve@agency.example\r\n" : withASender(line));
        Notice refused = notice(new News.InCustody(), "eve@agency.example");
        Notice good = notice(new News.InCustody(), "ann@agency.example");
        tell.due.add(refused);
        tell.due.add(good);

        await().atMost(PATIENCE).until(() -> tell.told.contains(good));
        assertThat(tell.failed).containsExactly(refused);
        assertThat(tell.told).doesNotContain(refused);
        assertThat(log.getAll()).doesNotContain("eve@");
    }

    @Test
    void aListThatCannotBeHadIsAskedForAgain(CapturedOutput log) throws Exception {
        tell.down = true;
        await().atMost(PATIENCE).until(() -> log.getAll().contains("mail will be tried again"));
        tell.down = false;

        sent(notice(new News.InCustody(), "ann@agency.example"));
        assertThat(log.getAll()).doesNotContain("Violet");
    }

    @Test
    void whoeverCannotBeAnsweredIsNotAnsweredAndNotAskedAbout() {
        Notice notice = new Notice(
                NUMBER.incrementAndGet(),
                SubmissionId.random(),
                Optional.empty(),
                new PartnerId("example-agency"),
                new ReturnAddress.Nobody(),
                new News.InCustody(),
                Instant.now());
        tell.due.add(notice);

        await().atMost(PATIENCE).until(() -> tell.told.contains(notice));
        assertThat(MAIL.greenMail().getReceivedMessages()).isEmpty();
    }

    private static void smtpUp() {
        PROXY.honest();
        PROXY.changeCommands(EmailRepliesRouteTest::withASender);
    }

    /** Every mail server must take the empty sender (RFC 5321, section 4.5.5); the one for tests does not. */
    private static String withASender(String line) {
        return line.replace("MAIL FROM:<>", "MAIL FROM:<nobody@sealpost.example>");
    }

    private MimeMessage sent(Notice notice) throws Exception {
        int before = MAIL.greenMail().getReceivedMessages().length;
        tell.due.add(notice);
        await().atMost(PATIENCE).until(() -> tell.told.contains(notice));
        MimeMessage[] all = MAIL.greenMail().getReceivedMessages();
        assertThat(all).hasSize(before + 1);
        return all[before];
    }

    private static String text(MimeMessage reply) throws Exception {
        return ((String) reply.getContent()).replace("\r\n", "\n");
    }

    private static Notice notice(News news, String to) {
        return new Notice(
                NUMBER.incrementAndGet(),
                SubmissionId.random(),
                Optional.of(Reference.random(new SecureRandom())),
                new PartnerId("example-agency"),
                new ReturnAddress.ByMail(to, Letters.ID_OF_FIRST),
                news,
                Instant.now());
    }

    /** Keeps what the route tells it; gives each notice out once. */
    static final class FakeTell implements Tell {
        final BlockingQueue<Notice> due = new LinkedBlockingQueue<>();
        final List<Notice> told = new CopyOnWriteArrayList<>();
        final List<Notice> failed = new CopyOnWriteArrayList<>();
        volatile boolean down;

        void clear() {
            due.clear();
            told.clear();
            failed.clear();
            down = false;
        }

        @Override
        public List<Notice> due(Channel channel) {
            assertThat(channel).isEqualTo(Channel.EMAIL);
            if (down) {
                throw new IllegalStateException("Violet Example");
            }
            List<Notice> now = new ArrayList<>();
            due.drainTo(now);
            return now;
        }

        @Override
        public void told(Notice notice) {
            told.add(notice);
        }

        @Override
        public void failed(Notice notice) {
            failed.add(notice);
        }
    }

    @Configuration
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    static class Wiring {
        @Bean
        FakeTell tell() {
            return new FakeTell();
        }

        @Bean
        EmailReplies emailReplies(FakeTell tell) {
            return new EmailReplies(
                    tell, new ReplySettings(MailServers.smtpAt(PROXY.port()), MailServers.ADDRESS, "Sealpost", ""));
        }
    }
}
