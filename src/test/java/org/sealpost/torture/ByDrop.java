package org.sealpost.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Drops files with OpenSSH's {@code sftp}; exit status 0 is the gateway's word. */
final class ByDrop implements Sender {
    private final Wire wire;
    private final Path folder;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

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
        Path batch = Files.writeString(folder.resolve(form.token() + ".batch"), "put " + file + " drop/\n");
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
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sftp.log").toFile())
                .start();
        try {
            boolean ended = sftp.waitFor(30, TimeUnit.SECONDS);
            if (!ended) {
                sftp.destroyForcibly();
            } else if (sftp.exitValue() == 0) {
                accepted.add(form.token());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return accepted(form);
    }

    @Override
    public boolean sendsAgain() {
        return true;
    }

    @Override
    public boolean accepted(Form form) {
        return accepted.contains(form.token());
    }

    /** Receipts are looked up by those who drop; nobody is told. */
    @Override
    public String untold(Form form) {
        return "";
    }
}
