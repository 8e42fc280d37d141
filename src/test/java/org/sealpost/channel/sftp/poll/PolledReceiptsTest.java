package org.sealpost.channel.sftp.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.subsystem.SubsystemFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.delivery.Tell;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.SubmissionId;

/** Servers that do not answer hold the others up once in a round, for a bounded time. */
@Timeout(60)
class PolledReceiptsTest {
    private static final Path HOST_KEY = Path.of("certs-example/gateway/ssh_host_ed25519_key");

    @TempDir
    Path folder;

    private final Told told = new Told();

    @Test
    void aServerThatTakesTheCallAndSaysNothingIsTriedOnceInARound() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        List<Socket> open = new CopyOnWriteArrayList<>();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread taker = new Thread(() -> take(silent, open, calls));
            taker.setDaemon(true);
            taker.start();
            twoRoundsOfThree(silent.getLocalPort());
            assertThat(calls).hasValue(2);
        }
    }

    @Test
    void aServerWhoseSftpHangsIsTriedOnceInARound() throws Exception {
        AtomicInteger sessions = new AtomicInteger();
        try (SshServer ssh = SshServer.setUpDefaultServer()) {
            ssh.setHost("127.0.0.1");
            ssh.setKeyPairProvider(new FileKeyPairProvider(HOST_KEY));
            ssh.setPasswordAuthenticator((user, password, session) -> true);
            ssh.setSubsystemFactories(List.of(new Hanging(sessions)));
            ssh.start();
            twoRoundsOfThree(ssh.getPort());
            assertThat(sessions).hasValue(2);
        }
    }

    private void twoRoundsOfThree(int port) throws IOException {
        PolledReceipts receipts =
                new PolledReceipts(List.of(server(port)), told, Duration.ofMillis(500), Duration.ofSeconds(3));
        for (int round = 1; round <= 2; round++) {
            receipts.due().forEach(receipts::send);
            assertThat(told.failed).hasSize(3 * round);
        }
    }

    private PolledServer server(int port) throws IOException {
        String key = Files.readString(Path.of(HOST_KEY + ".pub"));
        Path knownHosts = Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + port + " " + key);
        return new PolledServer(
                "hostels",
                "127.0.0.1",
                port,
                "sealpost",
                Optional.empty(),
                Optional.of("invented"),
                knownHosts,
                "in",
                new PartnerId("example-agency"),
                new ForceId("example-constabulary"),
                Duration.ofSeconds(1),
                PolledServer.LARGEST);
    }

    private static void take(ServerSocket silent, List<Socket> open, AtomicInteger calls) {
        try {
            while (true) {
                open.add(silent.accept());
                calls.incrementAndGet();
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    /** Opens and never says a word. */
    private record Hanging(AtomicInteger sessions) implements SubsystemFactory {
        @Override
        public String getName() {
            return "sftp";
        }

        @Override
        public Command createSubsystem(ChannelSession channel) {
            sessions.incrementAndGet();
            return new Silence();
        }
    }

    private static final class Silence implements Command {
        @Override
        public void setInputStream(java.io.InputStream in) {}

        @Override
        public void setOutputStream(java.io.OutputStream out) {}

        @Override
        public void setErrorStream(java.io.OutputStream err) {}

        @Override
        public void setExitCallback(ExitCallback callback) {}

        @Override
        public void start(ChannelSession channel, Environment env) {}

        @Override
        public void destroy(ChannelSession channel) {}
    }

    /** Has three to tell at any time. */
    private static final class Told implements Tell {
        private final List<Long> failed = new ArrayList<>();

        @Override
        public List<Notice> due(Channel channel) {
            List<Notice> due = new ArrayList<>();
            for (long number = 1; number <= 3; number++) {
                due.add(new Notice(
                        number,
                        SubmissionId.random(),
                        Optional.of(Reference.random(new SecureRandom())),
                        new PartnerId("example-agency"),
                        new ReturnAddress.ByPolledServer("hostels", "form.pdf"),
                        new News.Delivered(),
                        Instant.EPOCH));
            }
            return due;
        }

        @Override
        public void told(Notice notice) {
            throw new IllegalStateException("nothing can be told here");
        }

        @Override
        public void failed(Notice notice) {
            failed.add(notice.number());
        }
    }
}
