package org.sealpost.torture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.sealpost.channel.broker.BrokerAccount;
import org.sealpost.channel.broker.EmbeddedBroker;
import org.sealpost.channel.broker.EmbeddedBrokerSettings;

/** A real Artemis in a process of its own. */
final class BrokerServer implements AutoCloseable {
    static final String PASSWORD = "torture-only";

    private final int port = Java.freePort();
    private final Path folder;
    private final Path said;
    private Process process;

    BrokerServer(Path folder) {
        this.folder = folder.resolve("broker");
        this.said = folder.resolve("broker.log");
        process = started();
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        Java.await(process, 20);
    }

    void start() {
        if (!process.isAlive()) {
            process = started();
        }
    }

    /** All that it holds is gone. */
    void wipe() throws IOException {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Process started() {
        Process started = Java.start(
                Java.command(Main.class, List.of(folder.toString(), Integer.toString(port))), Map.of(), said);
        for (int i = 0; i < 600 && started.isAlive(); i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return started;
            } catch (IOException e) {
                Pause.of(100);
            }
        }
        throw new IllegalStateException("the broker does not start; see " + said);
    }

    @Override
    public void close() {
        kill();
    }

    /** The process. */
    public static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            EmbeddedBroker.start(new EmbeddedBrokerSettings(
                    Path.of(arguments[0]),
                    Integer.parseInt(arguments[1]),
                    new BrokerAccount("gateway", PASSWORD),
                    Map.of(World.FORCE, new BrokerAccount(World.FORCE.value(), PASSWORD)),
                    4 << 20));
            new CountDownLatch(1).await();
        }
    }
}
