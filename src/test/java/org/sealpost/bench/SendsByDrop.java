package org.sealpost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.torture.Java;

/** OpenSSH's {@code sftp}, a few at once, each of which puts many files one after the other. */
final class SendsByDrop implements Sends {
    private static final int AT_ONCE = 4;

    private final RunningGateway gateway;
    private final Path folder;
    private int number;

    SendsByDrop(RunningGateway gateway) throws IOException {
        this.gateway = gateway;
        this.folder = Files.createDirectories(gateway.folder.resolve("drop-client"));
    }

    @Override
    public String channel() {
        return "SFTP drop";
    }

    @Override
    public void all(List<byte[]> papers) throws IOException {
        int clients = papers.get(0).length > 8 << 20 ? 1 : Math.min(AT_ONCE, papers.size());
        List<StringBuilder> batches = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            batches.add(new StringBuilder());
        }
        List<Path> files = new ArrayList<>();
        for (byte[] paper : papers) {
            Path file = Files.write(folder.resolve("form-" + number++ + ".pdf"), paper);
            files.add(file);
            batches.get(number % clients).append("put ").append(file).append(" drop/\n");
        }
        List<Process> running = new ArrayList<>();
        for (StringBuilder batch : batches) {
            running.add(sftp(Files.writeString(folder.resolve("batch-" + number++), batch)));
        }
        for (Process sftp : running) {
            if (!Java.await(sftp, 600) || sftp.exitValue() != 0) {
                throw new IOException("sftp did not hand over everything; see " + folder);
            }
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private Process sftp(Path batch) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sftp", "-b", batch.toString(), "-P", Integer.toString(gateway.drop)));
        command.addAll(List.of("-i", "certs-example/partners/example-agency/id_ed25519"));
        for (String option :
                List.of("IdentitiesOnly=yes", "StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null")) {
            command.addAll(List.of("-o", option));
        }
        command.add("example-agency@127.0.0.1");
        return Java.endingWithThis(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("sftp.log").toFile()))
                .start());
    }
}
