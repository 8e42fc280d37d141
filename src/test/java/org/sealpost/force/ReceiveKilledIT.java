package org.sealpost.force;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Message;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.submission.Bytes;

/** A receiving process that is struck by SIGKILL again and again keeps everything, once, with one receipt each. */
class ReceiveKilledIT {
    private static final int SUBMISSIONS = 30;
    private static final int KILLS = 8;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everythingIsKeptOnceWhateverTheMomentOfDeath() throws Exception {
        ExampleGateway gateway = new ExampleGateway();
        SecureRandom random = new SecureRandom();
        Path kept = folder.resolve("kept");
        try (ExampleBroker broker = new ExampleBroker(Files.createDirectory(folder.resolve("broker")))) {
            for (int i = 0; i < SUBMISSIONS; i++) {
                broker.send(gateway.send("submission " + i), "id " + i, 4);
            }
            for (int i = 0; i < KILLS; i++) {
                Process process = receive(broker, kept);
                awaitWork(process, kept);
                Thread.sleep(random.nextInt(200));
                process.destroyForcibly().waitFor();
            }
            Process last = receive(broker, kept);
            assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(last.exitValue()).isZero();
            try (Stream<Path> all = Files.list(kept)) {
                List<Path> places = all.filter(
                                path -> !path.getFileName().toString().startsWith("."))
                        .toList();
                assertThat(places).hasSize(SUBMISSIONS);
                assertThat(places.stream().map(place -> read(place.resolve("originals/form.txt"))))
                        .doesNotHaveDuplicates();
            }
            assertThat(kept.resolve(".incoming")).isEmptyDirectory();
            Map<String, Bytes> receipts = new HashMap<>();
            for (Message message : broker.receipts()) {
                Bytes receipt = Bytes.of(ExampleBroker.body(message));
                Bytes before = receipts.put(message.getJMSCorrelationID(), receipt);
                assertThat(before == null || before.equals(receipt)).isTrue();
            }
            assertThat(receipts).hasSize(SUBMISSIONS);
        }
    }

    private static Process receive(ExampleBroker broker, Path kept) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path").replace(File.pathSeparator, ":"),
                        ReceiveMain.class.getName(),
                        "--out",
                        kept.toString(),
                        "--broker",
                        broker.url(),
                        "--wait",
                        "5")
                .redirectErrorStream(true)
                .redirectOutput(kept.resolveSibling("output.txt").toFile())
                .start();
    }

    /** The start of a process takes longer than its work, so the blow is aimed at the work. */
    private static void awaitWork(Process process, Path kept) throws Exception {
        long begin = count(kept);
        for (int i = 0; i < 600 && process.isAlive() && count(kept) == begin; i++) {
            Thread.sleep(50);
        }
    }

    private static long count(Path kept) throws IOException {
        if (!Files.isDirectory(kept)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(kept)) {
            return all.count();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
