package org.sealpost.torture;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real PostgreSQL. */
public final class DatabaseServer implements AutoCloseable {
    private final Path data;
    private final int port = Java.freePort();
    private EmbeddedPostgres server;

    public DatabaseServer(Path folder) {
        this.data = folder.resolve("postgresql");
        server = started();
    }

    public int port() {
        return port;
    }

    /** As when the power goes: no shutdown, no checkpoint. */
    void crash() throws IOException, InterruptedException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
        for (int i = 0; i < 100 && Files.exists(data.resolve("postmaster.pid")); i++) {
            Pause.of(100);
        }
    }

    void start() {
        server = started();
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
