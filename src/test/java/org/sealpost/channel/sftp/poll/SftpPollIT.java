package org.sealpost.channel.sftp.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.channel.OneGatewayAtATime;
import org.sealpost.channel.sftp.FakeDesk;
import org.sealpost.delivery.Tell;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
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

/** The route as it stands in routes/, against Debian's sshd. */
@CamelSpringBootTest
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = SftpPollIT.Wiring.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "camel.main.routes-include-pattern=file:routes/sftp-poll.camel.yaml")
class SftpPollIT {
    @Configuration
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    static class Wiring {
        @Bean
        OneGatewayAtATime oneGatewayAtATime() {
            return new OneGatewayAtATime(Optional.empty());
        }
    }

    @TempDir
    Path folder;

    @Autowired
    private CamelContext camel;

    private final FakeDesk desk = new FakeDesk();
    private OpenSshServer sshd;

    @BeforeEach
    void start() throws Exception {
        sshd = new OpenSshServer(folder);
    }

    @AfterEach
    void stop() throws Exception {
        for (var route : List.copyOf(camel.getRoutes())) {
            camel.getRouteController().stopRoute(route.getId());
            camel.removeRoute(route.getId());
        }
        if (sshd != null) {
            sshd.close();
        }
    }

    @Test
    void aFileAtRestIsAdmittedAndThenMoved() throws Exception {
        Files.writeString(sshd.in().resolve("Smith, J 2+3%.pdf"), "form");
        poll(server("one"));
        settled(() -> assertThat(in("handled")).hasSize(1));
        String reference = desk.references().get(0).value();
        assertThat(in("handled").get(0)).startsWith(reference + ".").endsWith(".Smith_ J 2+3_.pdf");
        assertThat(in("")).isEmpty();
        assertThat(desk.names()).containsExactly("Smith, J 2+3%.pdf");
        assertThat(desk.admitted().get(0).returnAddress())
                .isEqualTo(new ReturnAddress.ByPolledServer("one", "Smith, J 2+3%.pdf"));
    }

    @Test
    void aFileThatGrowsAndTemporaryNamesAreLeftAlone() throws Exception {
        Path growing = Files.writeString(sshd.in().resolve("growing.pdf"), "x");
        Files.writeString(sshd.in().resolve("a.pdf.filepart"), "x");
        Files.writeString(sshd.in().resolve(".hidden.pdf"), "x");
        poll(server("one"));
        StringBuilder whole = new StringBuilder("x");
        for (int i = 0; i < 30; i++) {
            whole.append(i);
            Files.writeString(growing, whole);
            Thread.sleep(100);
            assertThat(desk.calls()).isZero();
        }
        settled(() -> assertThat(in("handled")).hasSize(1));
        assertThat(desk.contents().get(0).size()).isEqualTo(whole.length());
        assertThat(in("")).containsExactlyInAnyOrder("a.pdf.filepart", ".hidden.pdf");
    }

    @Test
    void aSecondFileOfTheSameNameIsTakenToo() throws Exception {
        poll(server("one"));
        Files.writeString(sshd.in().resolve("form.pdf"), "first");
        settled(() -> assertThat(in("handled")).hasSize(1));
        Files.writeString(sshd.in().resolve("form.pdf"), "second");
        settled(() -> assertThat(in("handled")).hasSize(2));
        Files.writeString(sshd.in().resolve("form.pdf"), "second");
        settled(() -> assertThat(in("handled")).hasSize(3));
        assertThat(desk.contents()).hasSize(2);
    }

    @Test
    void afterAFaultItStaysAndIsTriedAgainAndNothingIsLogged(CapturedOutput log) throws Exception {
        desk.failNext(FakeDesk.Fault.BEFORE);
        Files.writeString(sshd.in().resolve("secret-name.pdf"), "form");
        poll(server("one"));
        settled(() -> assertThat(desk.calls()).isEqualTo(1));
        assertThat(desk.contents()).isEmpty();
        settled(() -> assertThat(in("handled")).hasSize(1));
        desk.failNext(FakeDesk.Fault.AFTER);
        Files.writeString(sshd.in().resolve("secret-name.pdf"), "other");
        settled(() -> assertThat(in("handled")).hasSize(2));
        assertThat(desk.calls()).isEqualTo(4);
        assertThat(desk.contents()).hasSize(2);
        assertThat(log).contains("stays there").doesNotContain("secret-name");
    }

    @Test
    void oneBadFileHoldsNoOther() throws Exception {
        Files.write(sshd.in().resolve("a-too-large.pdf"), new byte[2001]);
        Files.writeString(sshd.in().resolve("b.pdf"), "form");
        poll(server("one"));
        settled(() -> assertThat(in("handled")).hasSize(1));
        settled(() -> assertThat(in("needs-a-person")).hasSize(1));
        assertThat(in("needs-a-person").get(0)).startsWith("too-large.").endsWith(".a-too-large.pdf");
        assertThat(desk.turnedAway()).containsExactly("too-large");
    }

    @Test
    void whatCannotBeMovedIsAdmittedOnceAndMovedWhenThatWorks() throws Exception {
        sshd.deny("rename,posix-rename");
        Path form = Files.writeString(sshd.in().resolve("form.pdf"), "form");
        FileTime time = FileTime.from(Instant.parse("2026-11-23T09:00:00Z"));
        Files.setLastModifiedTime(form, time);
        Files.write(sshd.in().resolve("large.pdf"), new byte[2001]);
        poll(server("one"));
        settled(() -> assertThat(desk.turnedAway()).hasSize(1));
        settled(() -> assertThat(desk.calls()).isEqualTo(1));
        Thread.sleep(3000);
        assertThat(in("")).hasSize(2);
        sshd.deny("");
        settled(() -> assertThat(in("handled")).hasSize(1));
        settled(() -> assertThat(in("needs-a-person")).hasSize(1));
        assertThat(desk.calls()).isEqualTo(1);
        assertThat(desk.turnedAway()).hasSize(1);
        Files.setLastModifiedTime(Files.writeString(folder.resolve("again"), "form"), time);
        Files.move(folder.resolve("again"), form);
        settled(() -> assertThat(in("handled")).hasSize(2));
        assertThat(desk.calls()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedNeedsAPerson() throws Exception {
        desk.refuseWith(Optional.of(new Refusal("not-wanted", "No.")));
        Files.writeString(sshd.in().resolve("b.pdf"), "form");
        poll(server("one"));
        settled(() -> assertThat(in("needs-a-person")).hasSize(1));
        assertThat(in("needs-a-person").get(0)).startsWith("not-wanted.");
    }

    @Test
    void anotherHostKeyMeansNothingIsTaken(CapturedOutput log) throws Exception {
        sshd.newKey("another");
        sshd.trust(folder.resolve("another.pub"));
        Files.writeString(sshd.in().resolve("b.pdf"), "form");
        poll(server("one"));
        settled(() -> assertThat(log).contains("polled server one showed a host key that is not the one"));
        Files.writeString(sshd.knownHosts, "");
        Thread.sleep(1500);
        assertThat(desk.calls()).isZero();
        assertThat(in("")).containsExactly("b.pdf");
        sshd.trust(folder.resolve("host.pub"));
        settled(() -> assertThat(in("handled")).hasSize(1));
    }

    @Test
    void aServerThatIsDownHoldsNoOther() throws Exception {
        Files.writeString(sshd.in().resolve("b.pdf"), "form");
        PolledServer down = new PolledServer(
                "down",
                "127.0.0.1",
                1,
                "x",
                Optional.of(sshd.key),
                Optional.of("p&w+d%#}{"),
                sshd.knownHosts,
                "in",
                new PartnerId("example-agency"),
                new ForceId("example-constabulary"),
                Duration.ofMillis(200),
                2000);
        poll(down, server("one"));
        settled(() -> assertThat(in("handled")).hasSize(1));
        sshd.stop();
        Thread.sleep(500);
        sshd.startAgain();
        Files.writeString(sshd.in().resolve("c.pdf"), "another form");
        settled(() -> assertThat(in("handled")).hasSize(2));
    }

    @Test
    void theReceiptIsPutOnTheServerAndOnlyThenTold() throws Exception {
        FakeTell tell = new FakeTell();
        PolledReceipts receipts = new PolledReceipts(List.of(server("one")), tell);
        Reference reference = Reference.random(new SecureRandom());
        Tell.Notice notice = new Tell.Notice(
                7,
                SubmissionId.random(),
                Optional.of(reference),
                new PartnerId("example-agency"),
                new ReturnAddress.ByPolledServer("one", "form.pdf"),
                new Tell.News.Delivered(),
                Instant.EPOCH);
        receipts.send(notice);
        receipts.send(notice);
        assertThat(tell.told).containsExactly(7L, 7L);
        String name = "form.pdf." + reference + ".delivered.7.txt";
        assertThat(in("receipts")).containsExactly(name);
        assertThat(sshd.in().resolve("receipts").resolve(name))
                .content(StandardCharsets.UTF_8)
                .contains("call 999", "signed for it");
        sshd.stop();
        receipts.send(notice);
        assertThat(tell.failed).containsExactly(7L);
    }

    private PolledServer server(String name) {
        return new PolledServer(
                name,
                "127.0.0.1",
                sshd.port,
                System.getProperty("user.name"),
                Optional.of(sshd.key),
                Optional.empty(),
                sshd.knownHosts,
                "in",
                new PartnerId("example-agency"),
                new ForceId("example-constabulary"),
                Duration.ofMillis(300),
                2000);
    }

    private void poll(PolledServer... servers) {
        new SftpPolling(List.of(servers), desk, Clock.systemUTC()).addRoutes(camel);
    }

    private List<String> in(String sub) throws IOException {
        Path where = sshd.in().resolve(sub);
        if (!Files.isDirectory(where)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static void settled(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }

    private static final class FakeTell implements Tell {
        private final List<Long> told = new ArrayList<>();
        private final List<Long> failed = new ArrayList<>();

        @Override
        public List<Notice> due(Channel channel) {
            return List.of();
        }

        @Override
        public void told(Notice notice) {
            told.add(notice.number());
        }

        @Override
        public void failed(Notice notice) {
            failed.add(notice.number());
        }
    }
}
