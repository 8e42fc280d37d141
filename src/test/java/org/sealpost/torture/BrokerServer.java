package org.sealpost.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.sealpost.channel.broker.BrokerAccount;
import org.sealpost.channel.broker.EmbeddedBroker;
import org.sealpost.channel.broker.EmbeddedBrokerSettings;

/** A real Artemis in a process of its own. */
final class BrokerServer implements AutoCloseable {
    static final String PASSWORD = "torture-only";

    private final int port;
    private final Path folder;
    private final Path said;
    private final List<String> command;
    private Process process;

    private BrokerServer(int port, Path folder, Path said, List<String> command) {
        this.port = port;
        this.folder = folder;
        this.said = said;
        this.command = command;
        process = launched();
    }

    /** One that is alone; listens when this returns. */
    static BrokerServer alone(Path folder) {
        Path store = folder.resolve("broker");
        int port = Java.freePort();
        BrokerServer alone = new BrokerServer(
                port,
                store,
                folder.resolve("broker.log"),
                Java.command(Main.class, List.of(store.toString(), Integer.toString(port))));
        alone.awaitListening();
        return alone;
    }

    /**
     * One of a pair, as {@code config/cluster/broker-N.xml} says; only the live one listens.
     *
     * @param number 1 or 2
     * @param ports of both, on loopback, without TLS
     */
    static BrokerServer ofPair(int number, int[] ports, Path folder) {
        int port = ports[number - 1];
        Map<String, String> properties = Map.of(
                "sealpost.store",
                folder.resolve("pair").toString(),
                "sealpost.broker1",
                "127.0.0.1:" + ports[0],
                "sealpost.broker2",
                "127.0.0.1:" + ports[1],
                "sealpost.listen",
                "127.0.0.1:" + port,
                "sealpost.connector",
                "sslEnabled=false",
                "sealpost.acceptor",
                "sslEnabled=false",
                "sealpost.cluster.password",
                PASSWORD);
        List<String> command = new ArrayList<>();
        Java.command(OfPair.class, List.of("config/cluster/broker-" + number + ".xml"))
                .forEach(word -> {
                    if (word.equals("-cp")) {
                        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
                    }
                    command.add(word);
                });
        return new BrokerServer(port, folder.resolve("pair"), folder.resolve("broker-" + number + ".log"), command);
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
            process = launched();
        }
    }

    /** Whether it takes connections: a backup does not. */
    boolean isListening() {
        return Java.isListening(port);
    }

    void awaitListening() {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            if (isListening()) {
                return;
            }
            Pause.of(100);
        }
        throw new IllegalStateException("the broker does not start; see " + said);
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

    private Process launched() {
        return Java.start(command, Map.of(), said);
    }

    @Override
    public void close() {
        kill();
    }

    /** The process of one that is alone. */
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

    /** The process of one of a pair. */
    public static final class OfPair {
        private OfPair() {}

        public static void main(String[] arguments) throws Exception {
            SecurityConfiguration accounts = new SecurityConfiguration();
            Map.of("gateway", "gateway", World.FORCE.value(), "force." + World.FORCE)
                    .forEach((user, role) -> {
                        accounts.addUser(user, PASSWORD);
                        accounts.addRole(user, role);
                    });
            EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
            artemis.setConfigResourcePath(Path.of(arguments[0]).toUri().toString());
            artemis.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts));
            artemis.start();
            new CountDownLatch(1).await();
        }
    }
}
