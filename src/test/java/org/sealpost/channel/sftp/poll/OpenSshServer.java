package org.sealpost.channel.sftp.poll;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** Debian's sshd as a child process on a free port, with keys and a configuration of its own. */
public final class OpenSshServer implements AutoCloseable {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    public final Path folder;
    public final int port;
    public final Path key;
    public final Path knownHosts;
    private String denied = "";
    private Process process;

    public OpenSshServer(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(SSHD), "skipped: this machine has no OpenSSH server");
        this.folder = folder;
        this.port = freePort();
        this.key = newKey("client");
        Files.copy(folder.resolve("client.pub"), folder.resolve("authorized_keys"));
        this.knownHosts = folder.resolve("known_hosts");
        newKey("host");
        trust(folder.resolve("host.pub"));
        Files.createDirectories(folder.resolve("in"));
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        process = start();
    }

    public Path in() {
        return folder.resolve("in");
    }

    /** Makes the client expect that key. */
    void trust(Path publicKey) throws IOException {
        Files.writeString(knownHosts, "[127.0.0.1]:" + port + " " + Files.readString(publicKey));
    }

    Path newKey(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        run(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString()));
        return file;
    }

    /** Answers those requests with "permission denied" from now on, or none for an empty text. */
    void deny(String requests) throws IOException, InterruptedException {
        denied = requests;
        stop();
        startAgain();
    }

    /** Ends it and every connection. */
    void stop() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    void startAgain() throws IOException {
        process = start();
    }

    @Override
    public void close() {
        process.destroy();
    }

    private Process start() throws IOException {
        Path config = Files.writeString(
                folder.resolve("sshd_config"),
                String.join(
                        "\n",
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + folder.resolve("host"),
                        "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                        "PidFile none",
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication no",
                        "PermitRootLogin prohibit-password",
                        "Subsystem sftp internal-sftp -d " + folder + (denied.isEmpty() ? "" : " -P " + denied),
                        ""));
        Files.setPosixFilePermissions(folder.resolve("host"), PosixFilePermissions.fromString("rw-------"));
        Process started = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
        return started;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.getInputStream().read() == 'S';
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(command.get(0) + " failed");
        }
    }
}
