package org.sealpost.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The example agency at its terminal: the {@code sftp} command of OpenSSH. */
record SftpCommand(int port, Path folder) {
    /** @return the exit status: 0 is the promise that it is in custody */
    Commands.Ended put(Path file, String as) {
        return batch("put \"%s\" \"drop/%s\"".formatted(file, as));
    }

    Commands.Ended batch(String... lines) {
        try {
            Path batch = Files.createDirectories(folder).resolve("batch-" + System.nanoTime());
            Files.writeString(batch, String.join("\n", lines) + "\n");
            return Commands.run(
                    Map.of(),
                    folder,
                    "sftp",
                    "-b",
                    batch.toString(),
                    "-P",
                    Integer.toString(port),
                    "-i",
                    "certs-example/partners/example-agency/id_ed25519",
                    "-o",
                    "IdentitiesOnly=yes",
                    "-o",
                    "StrictHostKeyChecking=no",
                    "-o",
                    "UserKnownHostsFile=/dev/null",
                    "-o",
                    "ConnectTimeout=10",
                    "example-agency@127.0.0.1");
        } catch (IOException e) {
            throw new AssertionError("could not write the batch", e);
        }
    }
}
