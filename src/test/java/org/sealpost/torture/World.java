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
import java.util.stream.Stream;
import org.sealpost.channel.sftp.poll.OpenSshServer;
import org.sealpost.force.TorturedReceive;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.submission.ForceId;
import org.sealpost.torture.inside.Mutation;
import org.sealpost.torture.inside.TorturedGateway;

/** One gateway with all that it needs, each a process of its own, with a wire that can be cut before each. */
final class World implements AutoCloseable {
    static final ForceId FORCE = new ForceId("example-constabulary");
    /** Longer than a claim, so that nobody waits for those of the dead. */
    private static final long FORWARD = 25_000;

    final Path folder;
    final BrokerServer broker;
    final Optional<DatabaseServer> database;
    final Optional<MailServer> mail;
    final Optional<OpenSshServer> polled;
    final Victim gateway;
    final Victim force;
    final Wire toBroker;
    final Wire fromForce;
    final Optional<Wire> toDatabase;
    final Optional<Wire> toMailbox;
    final Optional<Wire> toReplies;
    final Optional<Wire> toPolled;
    final Wire toWeb;
    final Wire toDrop;
    final List<Sender> senders = new ArrayList<>();
    private final int web = Java.freePort();
    private final int drop = Java.freePort();

    /** @param postgresql false for the embedded database */
    World(Path folder, boolean postgresql, Mutation mutation) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        broker = new BrokerServer(folder);
        toBroker = new Wire(broker.port());
        fromForce = new Wire(broker.port());
        database = postgresql ? Optional.of(new DatabaseServer(folder)) : Optional.empty();
        toDatabase = database.map(d -> new Wire(d.port()));
        mail = MailServer.isPossible() ? Optional.of(new MailServer(folder)) : Optional.empty();
        toMailbox = mail.map(m -> new Wire(m.imapPort()));
        toReplies = mail.map(m -> new Wire(m.smtpPort()));
        polled = Files.isExecutable(Path.of("/usr/sbin/sshd"))
                ? Optional.of(new OpenSshServer(Files.createDirectories(folder.resolve("partner"))))
                : Optional.empty();
        toPolled = polled.map(p -> new Wire(p.port));
        toWeb = new Wire(web);
        toDrop = new Wire(drop);
        gateway = new Victim(TorturedGateway.class, List.of(), environment(mutation), folder.resolve("gateway.log"));
        force = new Victim(
                TorturedReceive.class,
                List.of(received().toString(), "tcp://127.0.0.1:" + fromForce.port(), BrokerServer.PASSWORD),
                Map.of(),
                folder.resolve("force.log"));
        senders.add(new ByWeb(toWeb));
        senders.add(new ByDrop(toDrop, folder));
        mail.ifPresent(m -> senders.add(new ByMail(m)));
        polled.ifPresent(p -> senders.add(new ByPoll(p)));
        heal();
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
        broker.start();
        mail.ifPresent(MailServer::start);
        if (!force.isAlive()) {
            force.start();
        }
        if (!gateway.isAlive()) {
            gateway.start();
        } else {
            gateway.go();
        }
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!isHealthy()) {
            if (System.nanoTime() > end || !gateway.isAlive()) {
                throw new IllegalStateException("the gateway does not become healthy; see " + folder);
            }
            Pause.of(100);
        }
        gateway.setClock(gateway.clock() + FORWARD);
    }

    private List<Wire> wires() {
        List<Wire> all = new ArrayList<>(List.of(toBroker, fromForce, toWeb, toDrop));
        toDatabase.ifPresent(all::add);
        toMailbox.ifPresent(all::add);
        toReplies.ifPresent(all::add);
        toPolled.ifPresent(all::add);
        return all;
    }

    private boolean isHealthy() throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web + "/actuator/health"))
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
    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?socketTimeout=20&connectTimeout=5&prepareThreshold=0";
    }

    private Map<String, String> environment(Mutation mutation) throws IOException {
        Map<String, String> all = new HashMap<>();
        all.put(Mutation.VARIABLE, mutation.name());
        all.put("SEALPOST_DATA", data().toString());
        all.put("SEALPOST_WEB_PORT", Integer.toString(web));
        all.put("SEALPOST_SFTP_PORT", Integer.toString(drop));
        all.put("SEALPOST_BROKER_EMBEDDED", "false");
        all.put("SEALPOST_BROKER_URL", "tcp://127.0.0.1:" + toBroker.port());
        all.put("SEALPOST_BROKER_PASSWORD", BrokerServer.PASSWORD);
        all.put("SEALPOST_DELIVERY_FIRSTPAUSE", "2s");
        all.put("SEALPOST_DELIVERY_LONGESTPAUSE", "4s");
        all.put("SEALPOST_READING_WORKERS", "1");
        all.put("SEALPOST_READING_TESSERACT", "off");
        toDatabase.ifPresent(wire -> {
            all.put("SEALPOST_DATABASE_URL", url(wire.port()));
            all.put("SEALPOST_DATABASE_USER", "postgres");
            all.put("SEALPOST_DATABASE_PASSWORD", "postgres");
        });
        toMailbox.ifPresent(wire -> {
            all.put("SEALPOST_MAILBOX_ENABLED", "true");
            all.put("SEALPOST_MAILBOX_PROTECTION", "none");
            all.put("SEALPOST_MAILBOX_PORT", Integer.toString(wire.port()));
            all.put("SEALPOST_MAILBOX_USER", MailServer.ACCOUNT);
            all.put("SEALPOST_MAILBOX_PASSWORD", MailServer.PASSWORD);
            all.put("SEALPOST_MAILBOX_INTERVAL", "1s");
        });
        toReplies.ifPresent(wire -> {
            all.put("SEALPOST_REPLIES_ENABLED", "true");
            all.put("SEALPOST_REPLIES_PORT", Integer.toString(wire.port()));
            all.put("SEALPOST_REPLIES_FROM", "intelligence@gateway.example");
            // GreenMail does not know the empty envelope sender.
            all.put("SEALPOST_REPLIES_ENVELOPESENDER", "intelligence@gateway.example");
        });
        if (polled.isPresent()) {
            Path known = Files.writeString(
                    folder.resolve("known_hosts"),
                    Files.readString(polled.get().knownHosts)
                            .replace(
                                    ":" + polled.get().port,
                                    ":" + toPolled.orElseThrow().port()));
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_PARTNER", "example-agency");
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_HOST", "127.0.0.1");
            all.put(
                    "SEALPOST_POLLEDSERVERS_ELSEWHERE_PORT",
                    Integer.toString(toPolled.orElseThrow().port()));
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_USER", System.getProperty("user.name"));
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_KEY", polled.get().key.toString());
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_KNOWNHOSTS", known.toString());
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_DIRECTORY", "in");
            all.put("SEALPOST_POLLEDSERVERS_ELSEWHERE_INTERVAL", "1s");
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        force.close();
        for (Wire wire : wires()) {
            wire.close();
        }
        broker.close();
        mail.ifPresent(MailServer::close);
        polled.ifPresent(OpenSshServer::close);
        if (database.isPresent()) {
            database.get().close();
        }
    }
}
