package org.sealpost.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sealpost.bench.LiveMemory;
import org.sealpost.submission.Sha256;
import org.sealpost.torture.inside.Mutation;
import org.springframework.util.FileSystemUtils;

/**
 * Hostile files, by every channel: each is delivered to the last byte or refused with a code, and the gateway
 * is afterwards what it was before.
 */
class HostileFilesIT {
    /** With {@code -Dsealpost.hostile.all=true} all of them by every channel, which takes minutes more. */
    private static final boolean ALL = Boolean.getBoolean("sealpost.hostile.all");

    private static final int FUZZED = ALL ? 200 : 20;
    private static final double MEGABYTES = 48;

    private static World world;
    private static ServerSocket outside;
    private static final AtomicInteger asked = new AtomicInteger();

    @BeforeAll
    static void begin() throws Exception {
        assumeTrue(MailServer.isPossible(), "Dovecot is not installed, or this is not root");
        world = new World(Torture.folder().resolve("world"), World.Kind.SQLITE, Mutation.NONE);
        outside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listening = new Thread(HostileFilesIT::listen, "outside");
        listening.setDaemon(true);
        listening.start();
    }

    private static void listen() {
        while (!outside.isClosed()) {
            try {
                outside.accept().close();
                asked.incrementAndGet();
            } catch (IOException e) {
                return;
            }
        }
    }

    @AfterAll
    static void end() throws Exception {
        if (world != null) {
            outside.close();
            world.close();
            FileSystemUtils.deleteRecursively(world.folder.getParent());
        }
    }

    @Test
    void eachIsDeliveredOrRefusedAndTheGatewayIsWhatItWas() throws Exception {
        long pid = world.gateway.pid();
        ProcessHandle gateway = ProcessHandle.of(pid).orElseThrow();
        double heap = LiveMemory.heap(gateway);
        long threads = threads(pid);
        String address = "http://127.0.0.1:" + outside.getLocalPort() + "/";

        ByWeb web = new ByWeb(world.toWeb);
        Map<Sha256, String> sent = new HashMap<>();
        List<HostileFiles.File> byWeb = HostileFiles.of(1, address, FUZZED);
        for (HostileFiles.File file : byWeb) {
            String answer = web.sendFile(file.name(), file.content());
            assertThat(answer).as(file.name()).matches("SP-\\S+|refused: [a-z-]+");
            if (answer.startsWith("SP-")) {
                sent.put(Sha256.of(file.content()), file.name());
            }
        }
        List<HostileFiles.File> byDrop = elsewhere(2, address);
        String receipts = new ByDrop(world.toDrop, world.folder).sendFiles(byDrop);
        for (HostileFiles.File file : byDrop) {
            assertThat(receipts).as("receipts/ speaks of each").contains(file.name());
            if (receipts.contains(file.name() + ".SP-")) {
                sent.put(Sha256.of(file.content()), file.name());
            }
        }
        List<HostileFiles.File> byMail = elsewhere(3, address);
        MailServer mail = world.mail.orElseThrow();
        for (HostileFiles.File file : byMail) {
            mail.deliver(HostileFiles.letter(file));
        }
        assertThat(byWeb.size() + byDrop.size() + byMail.size()).isGreaterThan(ALL ? 500 : 140);
        assertThat(sent).as("most are taken into custody").hasSizeGreaterThan(100);

        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            Map<Sha256, String> missing = new HashMap<>(sent);
            missing.keySet().removeAll(digests());
            assertThat(missing.values()).as("not with the force").isEmpty();
            assertThat(world.kept()).hasSizeGreaterThanOrEqualTo(sent.size() + byMail.size() - 5);
        });
        world.heal();
        assertThat(asked).as("asked for on the network").hasValue(0);
        assertThat(world.gateway.pid()).as("the gateway lives").isEqualTo(pid);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(threads(pid)).isLessThanOrEqualTo(threads + 20);
            assertThat(LiveMemory.heap(gateway)).isLessThan(heap + MEGABYTES);
        });
        assertThat(world.data().resolve("reading")).as("nothing is under way").isEmptyDirectory();
    }

    private static List<HostileFiles.File> elsewhere(long seed, String address) throws IOException {
        return ALL ? HostileFiles.of(seed, address, FUZZED) : HostileFiles.fuzzed(seed, FUZZED);
    }

    private static Set<Sha256> digests() throws IOException {
        Set<Sha256> all = new HashSet<>();
        for (Path kept : world.kept()) {
            try (Stream<Path> files = Files.list(kept.resolve("originals"))) {
                for (Path file : files.toList()) {
                    all.add(Sha256.of(Files.readAllBytes(file)));
                }
            }
        }
        return all;
    }

    private static long threads(long pid) throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return tasks.count();
        }
    }
}
