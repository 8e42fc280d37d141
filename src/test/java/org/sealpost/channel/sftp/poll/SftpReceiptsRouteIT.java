package org.sealpost.channel.sftp.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.channel.broker.QuietFaults;
import org.sealpost.delivery.Tell;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.SubmissionId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

/** The route as it stands in routes/, against Debian's sshd, through a fault and past a server that is gone. */
@CamelSpringBootTest
@SpringBootTest(
        classes = SftpReceiptsRouteIT.Wiring.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"camel.main.routes-include-pattern=false", "sealpost.sftp.receipts.period=200"})
class SftpReceiptsRouteIT {
    @Configuration
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    static class Wiring {}

    @Autowired
    private CamelContext camel;

    @Test
    void eachReceiptIsToldOnceItStandsThereAndAFaultHoldsUpNobody(@TempDir Path folder) throws Exception {
        try (OpenSshServer sshd = new OpenSshServer(folder)) {
            Notices tell = new Notices();
            tell.faults = 2;
            tell.waiting.add(notice(1, "gone"));
            tell.waiting.add(notice(2, "hostels"));
            camel.getRegistry().bind("sftpReceipts", new PolledReceipts(List.of(server(sshd)), tell));
            camel.getRegistry().bind("quietFaults", new QuietFaults());
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(PluginHelper.getResourceLoader(camel)
                            .resolveResource("file:routes/sftp-receipts.camel.yaml"));

            await().atMost(Duration.ofSeconds(30)).until(() -> tell.told.contains(2L));
            assertThat(tell.failed).containsExactly(1L);
            assertThat(tell.told).containsExactly(2L);
            assertThat(tell.faults).isZero();
            try (Stream<Path> receipts = Files.list(sshd.in().resolve("receipts"))) {
                assertThat(receipts).hasSize(1);
            }
        }
    }

    private static PolledServer server(OpenSshServer sshd) {
        return new PolledServer(
                "hostels",
                "127.0.0.1",
                sshd.port,
                System.getProperty("user.name"),
                Optional.of(sshd.key),
                Optional.empty(),
                sshd.knownHosts,
                "in",
                new PartnerId("example-agency"),
                new ForceId("example-constabulary"),
                Duration.ofSeconds(1),
                PolledServer.LARGEST);
    }

    private static Tell.Notice notice(long number, String server) {
        return new Tell.Notice(
                number,
                SubmissionId.random(),
                Optional.of(Reference.random(new SecureRandom())),
                new PartnerId("example-agency"),
                new ReturnAddress.ByPolledServer(server, "form.pdf"),
                new Tell.News.Delivered(),
                Instant.EPOCH);
    }

    /** Gives each notice once, after as many faults as it is told. */
    private static final class Notices implements Tell {
        private final Deque<Notice> waiting = new ArrayDeque<>();
        private final List<Long> told = new CopyOnWriteArrayList<>();
        private final List<Long> failed = new CopyOnWriteArrayList<>();
        private volatile int faults;

        @Override
        public List<Notice> due(Channel channel) {
            if (faults > 0) {
                faults = faults - 1;
                throw new IllegalStateException("the store is away");
            }
            List<Notice> all = List.copyOf(waiting);
            waiting.clear();
            return all;
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
