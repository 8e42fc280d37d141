package org.sealpost.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The built gateway in a process of its own, on free ports of the loopback, with a data folder that outlives it. */
final class GatewayProcess implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final int webPort = freePort();
    private final int sftpPort = freePort();
    private final int brokerPort = freePort();
    private @Nullable Process process;

    /** @param folder for the data and for what the gateway says */
    GatewayProcess(Path folder, Map<String, String> more) {
        this.folder = folder;
        environment.put("SEALPOST_DATA", data().toString());
        environment.put("SEALPOST_WEB_PORT", Integer.toString(webPort));
        environment.put("SEALPOST_SFTP_PORT", Integer.toString(sftpPort));
        environment.put("SEALPOST_BROKER_PORT", Integer.toString(brokerPort));
        environment.putAll(more);
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Everything it said, on both streams, over all its lives. */
    Path said() {
        return folder.resolve("gateway.log");
    }

    int sftpPort() {
        return sftpPort;
    }

    URI web(String path) {
        return URI.create("http://127.0.0.1:" + webPort + path);
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Starts it and waits until it answers that it is healthy. */
    GatewayProcess start() {
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder("bin/sealpost", "gateway")
                    .directory(Commands.HOME.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(said().toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new AssertionError("could not start the gateway", e);
        }
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!healthy()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("the gateway did not become healthy:\n" + whatItSaid());
            }
            pause(100);
        }
        return this;
    }

    /** SIGKILL, to it and to its reading workers' parent alike: the shell has replaced itself by the gateway. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            try {
                running.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean healthy() {
        try {
            HttpRequest request = HttpRequest.newBuilder(web("/actuator/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String whatItSaid() {
        try {
            return Files.exists(said()) ? Files.readString(said()) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Asks it to end and waits for that. */
    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
            try {
                if (!running.waitFor(30, TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError("no free port", e);
        }
    }
}
