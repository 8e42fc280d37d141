package org.sealpost.channel.clamav;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A real clamd with one signature of our own, at a socket in a folder. */
public final class ClamdServer implements AutoCloseable {
    /** What it takes for malware. */
    public static final String MALWARE = "SEALPOST-HARMLESS-TEST-MALWARE";

    public static final String SIGNATURE = "Sealpost.Test.Harmless.UNOFFICIAL";

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");

    private final Path socket;
    private final Path folder;
    private @Nullable Process process;

    private ClamdServer(Path folder, String more) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.socket = folder.resolve("s");
        Path signatures = Files.createDirectories(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("test.ndb"),
                "Sealpost.Test.Harmless:0:*:" + HexFormat.of().formatHex(MALWARE.getBytes(StandardCharsets.US_ASCII))
                        + "\n");
        Files.writeString(
                folder.resolve("clamd.conf"),
                "Foreground yes\nLocalSocket " + socket + "\nDatabaseDirectory " + signatures + "\nTemporaryDirectory "
                        + folder + "\nMaxThreads 2\nStreamMaxLength 2M\n" + more);
    }

    public static boolean isInstalled() {
        return Files.isExecutable(CLAMD);
    }

    /**
     * Listens when this returns.
     *
     * @param more lines of its configuration
     */
    public static ClamdServer start(Path folder, String more) throws IOException, InterruptedException {
        ClamdServer server = new ClamdServer(folder, more);
        server.start();
        return server;
    }

    public void start() throws IOException, InterruptedException {
        Process started = new ProcessBuilder(
                        CLAMD.toString(), "-c", folder.resolve("clamd.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        process = started;
        for (int i = 0; i < 600 && started.isAlive(); i++) {
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(socket));
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IOException("clamd does not start: " + Files.readString(folder.resolve("clamd.log")));
    }

    /** For {@code sealpost.malware.clamd}. */
    public String address() {
        return "unix:" + socket;
    }

    public void stop() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
