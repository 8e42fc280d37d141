package org.sealpost.force;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.Sha256;

/**
 * Where messages go that cannot be taken, so that none is lost and none blocks the queue: {@code .refused/<sha256>.p7m} as
 * it came, {@code .refused/<sha256>.txt} why. The same message twice is one file. Of one whose bytes could not be had
 * there is the second file only, named by its own words.
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
        String reason = why.code() + "\n" + why.sentence() + "\n";
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        if (message.size() == 0) {
            DurableFiles.replace(folder.resolve(Sha256.of(words) + ".txt"), words);
            return;
        }
        String name = message.sha256().toString();
        if (!Files.exists(folder.resolve(name + ".p7m"))) {
            DurableFiles.replace(folder.resolve(name + ".p7m"), message.array());
        }
        DurableFiles.replace(folder.resolve(name + ".txt"), words);
    }
}
