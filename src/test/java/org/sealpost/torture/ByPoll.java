package org.sealpost.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.sealpost.channel.sftp.poll.OpenSshServer;

/** Lays files on an SFTP server of his own; the gateway has said that it has one when it lies in {@code handled/}. */
final class ByPoll implements Sender {
    private final OpenSshServer server;

    ByPoll(OpenSshServer server) {
        this.server = server;
    }

    @Override
    public String channel() {
        return "SFTP poll";
    }

    @Override
    public boolean send(Form form) throws IOException {
        Path written = Files.writeString(server.folder.resolve(form.token() + ".writing"), form.text());
        Files.move(written, server.in().resolve(form.token() + ".txt"));
        return false;
    }

    @Override
    public boolean sendsAgain() {
        return false;
    }

    @Override
    public boolean accepted(Form form) throws IOException {
        return lies(form, "handled", "");
    }

    @Override
    public String untold(Form form) throws IOException {
        return lies(form, "receipts", ".delivered.") ? "" : "his server does not say that the force has it";
    }

    private boolean lies(Form form, String folder, String word) throws IOException {
        Path in = server.in().resolve(folder);
        if (!Files.isDirectory(in)) {
            return false;
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.map(f -> f.getFileName().toString())
                    .anyMatch(name -> name.contains(form.token()) && name.contains(word));
        }
    }
}
