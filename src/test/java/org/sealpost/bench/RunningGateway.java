package org.sealpost.bench;

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
import org.sealpost.Sealpost;
import org.sealpost.torture.DatabaseServer;
import org.sealpost.torture.Java;
import org.sealpost.torture.MailServer;

/** A gateway as {@code bin/sealpost gateway} starts it, with the embedded broker, and {@code receive} beside it. */
final class RunningGateway implements AutoCloseable {
    /** As the database may see it. */
    private static final String POSTGRESQL = "jdbc:postgresql://127.0.0.1:%d/postgres";

    final Path folder;
    final Optional<MailServer> mail;
    final int web = Java.freePort();
    final int drop = Java.freePort();
    private final int broker = Java.freePort();
    private final Optional<DatabaseServer> database;
    private final Process gateway;
    private Optional<Process> force = Optional.empty();

    /**
     * @param heap the gateway's, as {@code -Xmx} takes it; empty for what the machine gives
     * @param workers that read
     * @param postgresql false for the embedded database
     */
    RunningGateway(Path folder, String heap, int workers, boolean withMail, boolean postgresql) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.mail = withMail ? Optional.of(new MailServer(folder)) : Optional.empty();
        this.database = postgresql ? Optional.of(new DatabaseServer(folder)) : Optional.empty();
        gateway = Java.start(
                Java.command(flags(heap), Sealpost.class, List.of("gateway")),
                environment(workers),
                folder.resolve("gateway.log"));
        await();
    }

    /** Those of {@code bin/prepare} that matter here, and what SEALPOST_BENCH_FLAGS adds, such as a recording. */
    private static List<String> flags(String heap) {
        List<String> flags = new ArrayList<>(List.of(
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        flags.add(heap.isEmpty() ? "-XX:MaxRAMPercentage=35" : "-Xmx" + heap);
        String more = System.getenv("SEALPOST_BENCH_FLAGS");
        if (more != null && !more.isBlank()) {
            flags.addAll(List.of(more.split(" ")));
        }
        return flags;
    }

    private Map<String, String> environment(int workers) {
        Map<String, String> all = new HashMap<>();
        all.put("SEALPOST_DATA", folder.resolve("data").toString());
        all.put("SEALPOST_WEB_PORT", Integer.toString(web));
        // One account sends everything here.
        all.put("SEALPOST_WEB_RATES_UPLOADS", "10000000");
        all.put("SEALPOST_WEB_RATES_REQUESTS", "10000000");
        all.put("SEALPOST_SFTP_PORT", Integer.toString(drop));
        all.put("SEALPOST_BROKER_PORT", Integer.toString(broker));
        all.put("SEALPOST_READING_WORKERS", Integer.toString(workers));
        all.put("SEALPOST_READING_TESSERACT", "off");
        all.put("SEALPOST_LIMITS_FILE", "50MB");
        database.ifPresent(server -> {
            all.put("SEALPOST_DATABASE_URL", POSTGRESQL.formatted(server.port()));
            all.put("SEALPOST_DATABASE_USER", "postgres");
            all.put("SEALPOST_DATABASE_PASSWORD", "postgres");
        });
        mail.ifPresent(server -> {
            all.put("SEALPOST_MAILBOX_ENABLED", "true");
            all.put("SEALPOST_MAILBOX_PROTECTION", "none");
            all.put("SEALPOST_MAILBOX_PORT", Integer.toString(server.imapPort()));
            all.put("SEALPOST_MAILBOX_USER", MailServer.ACCOUNT);
            all.put("SEALPOST_MAILBOX_PASSWORD", MailServer.PASSWORD);
            all.put("SEALPOST_REPLIES_ENABLED", "true");
            all.put("SEALPOST_REPLIES_PORT", Integer.toString(server.smtpPort()));
            all.put("SEALPOST_REPLIES_FROM", "intelligence@gateway.example");
            all.put("SEALPOST_REPLIES_ENVELOPESENDER", "intelligence@gateway.example");
        });
        return all;
    }

    /** Starts {@code receive}, where it does not run. */
    RunningGateway withForce() {
        if (force.isEmpty()) {
            force = Optional.of(Java.start(
                    Java.command(
                            List.of("-XX:-UsePerfData"),
                            Sealpost.class,
                            List.of("receive", "--out", received().toString())),
                    Map.of("SEALPOST_BROKER_PORT", Integer.toString(broker)),
                    folder.resolve("force.log")));
        }
        return this;
    }

    /** As whoever trusts nobody would try it: an export, and the command that verifies it. */
    boolean ledgerVerifies() {
        Path export = folder.resolve("ledger.txt");
        return runs("ledger", "export", export.toString()) && runs("ledger", "verify", export.toString());
    }

    private boolean runs(String... arguments) {
        Process command = Java.start(
                Java.command(List.of("-Xmx1g"), Sealpost.class, List.of(arguments)),
                environment(1),
                folder.resolve("ledger.log"));
        return Java.await(command, 600) && command.exitValue() == 0;
    }

    Path received() {
        return folder.resolve("received");
    }

    /** The gateway's own process, without its reading workers. */
    ProcessHandle process() {
        return gateway.toHandle();
    }

    /** Nanoseconds of processor time that the gateway, its workers and the force have taken. */
    long processorTime() {
        return ProcessorTime.of(process())
                + force.map(f -> ProcessorTime.of(f.toHandle())).orElse(0L);
    }

    Settled settled() {
        return database.map(server -> new Settled(
                        POSTGRESQL.formatted(server.port()) + "?user=postgres&password=postgres", process()))
                .orElseGet(() -> new Settled("jdbc:sqlite:" + folder.resolve("data/sealpost.db"), process()));
    }

    private void await() {
        long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        while (!isHealthy()) {
            if (System.nanoTime() > end || !gateway.isAlive()) {
                throw new IllegalStateException("the gateway does not become healthy; see " + folder);
            }
            Waiting.milliseconds(100);
        }
    }

    private boolean isHealthy() {
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        force.ifPresent(RunningGateway::end);
        end(gateway);
        mail.ifPresent(MailServer::close);
        if (database.isPresent()) {
            database.get().close();
        }
    }

    private static void end(Process process) {
        process.destroy();
        if (!Java.await(process, 20)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
