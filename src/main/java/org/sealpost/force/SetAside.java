package org.sealpost.force;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Refusal;

/**
 * Where messages go that cannot be taken, so that none is lost and none blocks the queue: {@code .refused/<sha256>.p7m} as
 * it came, {@code .refused/<sha256>.txt} why. The same message twice is one file.
 */
final class SetAside {
    private final Path folder;

    private SetAside(Path folder) {
        this.folder = folder;
    }

    static SetAside in(Path folder) throws IOException {
        return new SetAside(DurableFiles.folder(folder.resolve(".refused")));
    }

    void put(Bytes message, Refusal why) throws IOException {
        String name = message.sha256().toString();
        if (!Files.exists(folder.resolve(name + ".p7m"))) {
            DurableFiles.replace(folder.resolve(name + ".p7m"), message.array());
        }
        String reason = why.code() + "\n" + why.sentence() + "\n";
        DurableFiles.replace(folder.resolve(name + ".txt"), reason.getBytes(StandardCharsets.UTF_8));
    }
}
