package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise one, the hard way: SIGKILL at ten random moments while thirty forms are dropped delivers thirty, each once. */
class KilledGatewayIT {
    private static final int FORMS = 30;
    private static final int KILLS = 10;

    @Test
    void thirtyFormsArriveOnceEachThoughTheGatewayIsKilledTenTimes(@TempDir Path folder) throws Exception {
        assumeTrue(Commands.present("sftp"), "openssh-client is not installed");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (GatewayProcess gateway = new GatewayProcess(folder, Map.of()).start()) {
            SftpCommand agency = new SftpCommand(gateway.sftpPort(), folder.resolve("agency"));
            CompletableFuture<Void> drops = CompletableFuture.runAsync(() -> dropAll(agency, folder));
            for (int kill = 0; kill < KILLS; kill++) {
                GatewayProcess.pause(200 + random.nextInt(2_500));
                gateway.kill();
                gateway.start();
            }
            drops.get();

            ForceProcess force = new ForceProcess(gateway.environment(), folder.resolve("force"));
            force.receive(FORMS, 60);
            force.receive(5);
            assertThat(originals(force)).as("seed %d", seed).containsExactlyElementsOf(allForms());
            assertThat(force.kept()).hasSize(FORMS);
        }
    }

    private static void dropAll(SftpCommand agency, Path folder) {
        for (String form : allForms()) {
            try {
                Path file =
                        Files.createDirectories(folder.resolve("forms")).resolve("form-" + form.hashCode() + ".txt");
                Files.writeString(file, form);
                int tries = 0;
                // The source is the store until the gateway is: what was not promised is dropped again.
                while (agency.put(file, file.getFileName().toString()).status() != 0) {
                    if (++tries > 300) {
                        throw new AssertionError("never taken: " + file);
                    }
                    GatewayProcess.pause(200);
                }
            } catch (java.io.IOException e) {
                throw new AssertionError("cannot write a form", e);
            }
        }
    }

    private static List<String> allForms() {
        return Stream.iterate(1, n -> n + 1)
                .limit(FORMS)
                .map("Details of intelligence: seen near flat %03d above the shop\n"::formatted)
                .toList();
    }

    private static List<String> originals(ForceProcess force) throws java.io.IOException {
        List<String> all = new ArrayList<>();
        for (Path kept : force.kept()) {
            try (Stream<Path> files = Files.list(kept.resolve("originals"))) {
                for (Path file : files.toList()) {
                    all.add(Files.readString(file));
                }
            }
        }
        assertThat(new TreeSet<>(all)).hasSameSizeAs(all);
        return all.stream().sorted().toList();
    }
}
