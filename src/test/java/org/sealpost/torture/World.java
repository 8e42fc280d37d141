package org.sealpost.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.sealpost.channel.sftp.poll.OpenSshServer;
import org.sealpost.force.TorturedReceive;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.submission.ForceId;
import org.sealpost.torture.inside.Mutation;

/**
 * One gateway, or two on one database with a pair of brokers, and all that they need, each a process of its own, with a wire that
 * can be cut before each.
 */
final class World implements AutoCloseable {
    static final ForceId FORCE = new ForceId("example-constabulary");
    /** Longer than a claim, so that nobody waits for those of the dead. */
    private static final long FORWARD = 65_000;
    /** As in config/cluster/gateway.yaml, without TLS. */
    static final String PAIR = "?ha=true&reconnectAttempts=10&retryInterval=300&callTimeout=10000"
            + "&callFailoverTimeout=10000&clientFailureCheckPeriod=5000&connectionTTL=10000";

    /** Which database, and how many of everything. */
    enum Kind {
        SQLITE,
        POSTGRESQL,
        CLUSTER
    }

    final Path folder;
    final Kind kind;
    final List<BrokerServer> brokers;
    final BrokerServer broker;
    final Optional<DatabaseServer> database;
    final Optional<MailServer> mail;
    final Optional<OpenSshServer> polled;
    final List<Node> nodes = new ArrayList<>();
    final Victim gateway;
    final Victim force;
    /**
     * One for the gateway and one for the force. Before a pair nobody uses them: a dead broker refuses connections, and a wire
     * would take and drop them, which Artemis' client may not notice before its call has timed out.
     */
    final Wire toBroker;

    final Wire fromForce;
    final Optional<Wire> toDatabase;
    final Optional<Wire> toMailbox;
    final Optional<Wire> toReplies;
    final Optional<Wire> toPolled;
    final Wire toWeb;
    final Wire toDrop;
    final List<Sender> senders = new ArrayList<>();
    /** Places at which somebody was killed. */
    final Set<String> struck = new ConcurrentSkipListSet<>();
    /** What was not taken yet of this round's forms. */
    volatile CountDownLatch untaken = new CountDownLatch(0);

    World(Path folder, Kind kind, Mutation mutation) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.kind = kind;
        if (kind == Kind.CLUSTER) {
            int[] ports = {Java.freePort(), Java.freePort()};
            toBroker = new Wire(ports[0]);
            fromForce = new Wire(ports[1]);
            brokers = List.of(BrokerServer.ofPair(1, ports, folder), BrokerServer.ofPair(2, ports, folder));
            brokers.get(0).awaitListening();
        } else {
            brokers = List.of(BrokerServer.alone(folder));
            toBroker = new Wire(brokers.get(0).port());
            fromForce = new Wire(brokers.get(0).port());
        }
        broker = brokers.get(0);
        database = kind == Kind.SQLITE ? Optional.empty() : Optional.of(new DatabaseServer(folder));
        mail = MailServer.isPossible() ? Optional.of(new MailServer(folder)) : Optional.empty();
        polled = Files.isExecutable(Path.of("/usr/sbin/sshd"))
                ? Optional.of(new OpenSshServer(Files.createDirectories(folder.resolve("partner"))))
                : Optional.empty();
        nodes.add(new Node(this, "data", environment(mutation)));
        if (kind == Kind.CLUSTER) {
            nodes.add(new Node(this, "data-2", environment(mutation)));
        }
        Node first = nodes.get(0);
        gateway = first.gateway;
        toDatabase = first.toDatabase;
        toMailbox = first.toMailbox;
        toReplies = first.toReplies;
        toPolled = first.toPolled;
        toWeb = new Wire(nodes.stream().mapToInt(n -> n.web).toArray());
        toDrop = new Wire(nodes.stream().mapToInt(n -> n.drop).toArray());
        force = new Victim(
                TorturedReceive.class,
                List.of(received().toString(), brokerUrl(fromForce), BrokerServer.PASSWORD),
                Map.of(),
                folder.resolve("force.log"));
        senders.add(new ByWeb(toWeb));
        senders.add(new ByDrop(toDrop, folder));
        mail.ifPresent(m -> senders.add(new ByMail(m)));
        polled.ifPresent(p -> senders.add(new ByPoll(p)));
        heal();
    }

    private String brokerUrl(Wire alone) {
        return kind == Kind.CLUSTER
                ? "(tcp://127.0.0.1:" + brokers.get(0).port() + ",tcp://127.0.0.1:"
                        + brokers.get(1).port() + ")" + PAIR
                : "tcp://127.0.0.1:" + alone.port();
    }

    Path received() {
        return folder.resolve("received");
    }

    /** What the force holds, a folder each. */
    List<Path> kept() throws IOException {
        if (!Files.isDirectory(received())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(received())) {
            return folders.filter(f -> f.getFileName().toString().startsWith("SP-"))
                    .toList();
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    DatabaseSettings databaseSettings() {
        return database.<DatabaseSettings>map(d -> new DatabaseSettings.PostgreSql(
                        url(d.port()), "postgres", "postgres", 2, Duration.ofSeconds(30)))
                .orElseGet(() -> new DatabaseSettings.Sqlite(data().resolve("sealpost.db")));
    }

    /** Everything runs again, every wire is whole, and what a dead gateway had claimed for a while is free. */
    void heal() throws IOException, InterruptedException {
        for (Wire wire : wires()) {
            wire.mend();
        }
        for (BrokerServer one : brokers) {
            if (one.isAlive()) {
                Signals.thaw(one.pid());
            }
            one.start();
        }
        for (int i = 0; i < 600 && liveBroker().isEmpty(); i++) {
            Pause.of(100);
        }
        mail.ifPresent(MailServer::start);
        if (!force.isAlive()) {
            force.start();
        }
        for (Node node : nodes) {
            if (!node.gateway.isAlive()) {
                node.gateway.start();
            } else {
                Signals.thaw(node.gateway.pid());
                node.gateway.go();
            }
        }
        for (Node node : nodes) {
            awaitHealthy(node);
        }
        forward();
    }

    /** So that nobody waits for what the dead had claimed. */
    void forward() {
        for (Node node : nodes) {
            node.gateway.setClock(node.gateway.clock() + FORWARD);
        }
    }

    void loseBroker() {
        if (kind == Kind.CLUSTER) {
            brokers.forEach(BrokerServer::kill);
        } else {
            toBroker.cut();
        }
    }

    void regainBroker() throws IOException {
        toBroker.mend();
        for (BrokerServer one : brokers) {
            one.start();
        }
    }

    /** Somebody who gets at the receipts. */
    ReceiptThief thief() {
        for (int i = 0; i < 600 && liveBroker().isEmpty(); i++) {
            Pause.of(100);
        }
        return new ReceiptThief(liveBroker().orElseThrow());
    }

    private void awaitHealthy(Node node) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!isHealthy(node)) {
            if (System.nanoTime() > end || !node.gateway.isAlive()) {
                throw new IllegalStateException(
                        "the gateway does not become healthy, " + node.gateway.state() + "; see " + folder);
            }
            Pause.of(100);
        }
    }

    boolean isAnyHealthy() throws InterruptedException {
        for (Node node : nodes) {
            if (isHealthy(node)) {
                return true;
            }
        }
        return false;
    }

    /** All places that any gateway or the force has met. */
    Set<String> met() {
        Set<String> all = force.met();
        nodes.forEach(node -> all.addAll(node.gateway.met()));
        return all;
    }

    /** The live one of a pair; empty while neither is. */
    Optional<BrokerServer> liveBroker() {
        return brokers.stream().filter(BrokerServer::isListening).findFirst();
    }

    private List<Wire> wires() {
        List<Wire> all = new ArrayList<>(List.of(toBroker, fromForce, toWeb, toDrop));
        nodes.forEach(node -> all.addAll(node.wires()));
        return all;
    }

    private static boolean isHealthy(Node node) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://127.0.0.1:" + node.web + "/actuator/health"))
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Without a threshold each COMMIT goes over the wire as that word. */
    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?socketTimeout=20&connectTimeout=5&prepareThreshold=0";
    }

    /** The polled server's key as it stands behind that wire. */
    Path knownHosts(String name, Wire wire) throws IOException {
        OpenSshServer server = polled.orElseThrow();
        return Files.writeString(
                folder.resolve("known_hosts-" + name),
                Files.readString(server.knownHosts).replace(":" + server.port, ":" + wire.port()));
    }

    private Map<String, String> environment(Mutation mutation) {
        Map<String, String> all = new HashMap<>();
        all.put(Mutation.VARIABLE, mutation.name());
        all.put("SEALPOST_BROKER_EMBEDDED", "false");
        all.put("SEALPOST_BROKER_URL", brokerUrl(toBroker));
        all.put("SEALPOST_BROKER_PASSWORD", BrokerServer.PASSWORD);
        all.put("SEALPOST_DELIVERY_FIRSTPAUSE", "2s");
        all.put("SEALPOST_DELIVERY_LONGESTPAUSE", "4s");
        all.put("SEALPOST_READING_WORKERS", "1");
        all.put("SEALPOST_READING_TESSERACT", "off");
        if (database.isPresent()) {
            all.put("SEALPOST_DATABASE_USER", "postgres");
            all.put("SEALPOST_DATABASE_PASSWORD", "postgres");
        }
        if (mail.isPresent()) {
            all.put("SEALPOST_MAILBOX_ENABLED", "true");
            all.put("SEALPOST_MAILBOX_PROTECTION", "none");
            all.put("SEALPOST_MAILBOX_USER", MailServer.ACCOUNT);
            all.put("SEALPOST_MAILBOX_PASSWORD", MailServer.PASSWORD);
            all.put("SEALPOST_MAILBOX_INTERVAL", "1s");
            all.put("SEALPOST_REPLIES_ENABLED", "true");
            all.put("SEALPOST_REPLIES_FROM", "intelligence@gateway.example");
            // GreenMail does not know the empty envelope sender.
            all.put("SEALPOST_REPLIES_ENVELOPESENDER", "intelligence@gateway.example");
        }
        polled.ifPresent(server -> {
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_PARTNER", "example-agency");
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_HOST", "127.0.0.1");
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_USER", System.getProperty("user.name"));
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_KEY", server.key.toString());
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_DIRECTORY", "in");
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_INTERVAL", "1s");
        });
        return all;
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Node::close);
        force.close();
        for (Wire wire : wires()) {
            wire.close();
        }
        brokers.forEach(BrokerServer::close);
        mail.ifPresent(MailServer::close);
        polled.ifPresent(OpenSshServer::close);
        if (database.isPresent()) {
            database.get().close();
        }
    }
}
