package org.sealpost.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drops files with OpenSSH's {@code sftp}; exit status 0 is the gateway's word. */
final class ByDrop implements Sender {
    private static final int MOST_LISTED = 200;
    private static final long LOOK_NANOS = 1_000_000_000;

    private final Wire wire;
    private final Path folder;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private Optional<String> listed = Optional.empty();
    private long lookedAt = System.nanoTime() - 2 * LOOK_NANOS;

    ByDrop(Wire wire, Path folder) throws IOException {
        this.wire = wire;
        this.folder = Files.createDirectories(folder.resolve("drop-client"));
    }

    @Override
    public String channel() {
        return "SFTP drop";
    }

    @Override
    public boolean send(Form form) throws IOException {
        Path file = Files.writeString(folder.resolve(form.token() + ".txt"), form.text());
        if (says("put " + file + " drop/").isPresent()) {
            accepted.add(form.token());
        }
        return accepted(form);
    }

    /**
     * Drops these in one session, whatever becomes of each.
     *
     * @return what receipts/ then lists
     */
    String sendFiles(List<HostileFiles.File> files) throws IOException {
        StringBuilder commands = new StringBuilder();
        for (HostileFiles.File hostile : files) {
            Path file = Files.write(folder.resolve(hostile.name()), hostile.content());
            commands.append("-put ").append(file).append(" drop/\n");
        }
        return says(commands.append("ls -1 receipts").toString()).orElse("");
    }

    /** What is turned away, which a notice in receipts/ says. */
    void sendNothing() {
        try {
            says("put " + Files.createTempFile(folder, "nothing", ".txt") + " drop/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean sendsAgain() {
        return true;
    }

    @Override
    public boolean accepted(Form form) {
        return accepted.contains(form.token());
    }

    /** Receipts are looked up by those who drop. */
    @Override
    public String untold(Form form) throws IOException {
        Optional<String> listed = listed();
        if (listed.isEmpty()) {
            return "receipts/ cannot be looked into";
        }
        if (listed.get().lines().filter(line -> line.endsWith(".txt")).count() >= MOST_LISTED) {
            // Only the newest are listed.
            return "";
        }
        Matcher text = Pattern.compile(Pattern.quote(form.token()) + "\\S*\\.(SP-\\w{4}-\\w{4})\\.txt")
                .matcher(listed.get());
        if (!text.find()) {
            return "receipts/ has nothing of it";
        }
        return listed.get().contains(text.group(1) + ".p7s") ? "" : "the force's receipt is not in receipts/";
    }

    /** One look for all forms that are asked about at the same moment. */
    private synchronized Optional<String> listed() throws IOException {
        if (System.nanoTime() - lookedAt > LOOK_NANOS) {
            listed = says("ls -1 receipts");
            lookedAt = System.nanoTime();
        }
        return listed;
    }

    /** What OpenSSH's client said on its output; empty where it failed. */
    private Optional<String> says(String command) throws IOException {
        Path batch = Files.writeString(Files.createTempFile(folder, "", ".batch"), command + "\n");
        Path said = Files.createTempFile(folder, "", ".said");
        Process sftp = new ProcessBuilder(List.of(
                        "sftp",
                        "-b",
                        batch.toString(),
                        "-P",
                        Integer.toString(wire.port()),
                        "-i",
                        "certs-example/partners/example-agency/id_ed25519",
                        "-o",
                        "IdentitiesOnly=yes",
                        "-o",
                        "StrictHostKeyChecking=no",
                        "-o",
                        "UserKnownHostsFile=/dev/null",
                        "-o",
                        "ConnectTimeout=5",
                        "-o",
                        "ServerAliveInterval=5",
                        "-o",
                        "ServerAliveCountMax=2",
                        "example-agency@127.0.0.1"))
                .redirectError(folder.resolve("sftp.log").toFile())
                .redirectOutput(said.toFile())
                .start();
        try {
            boolean ended = sftp.waitFor(command.startsWith("-put") ? 300 : 30, TimeUnit.SECONDS);
            if (!ended) {
                sftp.destroyForcibly();
            }
            return ended && sftp.exitValue() == 0 ? Optional.of(Files.readString(said)) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            Files.deleteIfExists(batch);
            Files.deleteIfExists(said);
        }
    }
}
