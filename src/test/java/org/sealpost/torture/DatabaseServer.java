package org.sealpost.torture;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL. */
public final class DatabaseServer implements AutoCloseable {
    private final Path data;
    private final int port = Java.freePort();
    private final EmbeddedPostgres server;
    private List<String> command = List.of();

    public DatabaseServer(Path folder) {
        this.data = folder.resolve("postgresql");
        server = started();
    }

    public int port() {
        return port;
    }

    /** As when the power goes: no shutdown, no checkpoint. */
    void crash() throws IOException, InterruptedException {
        Path pidFile = data.resolve("postmaster.pid");
        String pid = Files.readAllLines(pidFile).get(0).strip();
        command = List.of(Files.readString(Path.of("/proc", pid, "cmdline")).split("\0"));
        new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
        for (int i = 0; i < 100 && Files.exists(pidFile); i++) {
            Pause.of(100);
        }
    }

    /** With the same command. The embedded server still knows its folder, and stops whatever runs there. */
    void start() {
        List<String> all = new ArrayList<>(command);
        if (System.getProperty("user.name").equals("root")) {
            all.addAll(0, List.of("unshare", "-U"));
        }
        Process process = Java.start(all, Map.of(), data.resolveSibling("postgresql.log"));
        while (!Java.isListening(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("PostgreSQL does not start again");
            }
            Pause.of(100);
        }
    }

    private EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
