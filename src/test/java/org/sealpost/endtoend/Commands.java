package org.sealpost.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands as a person at a terminal would, with the project's folder as the current one. */
final class Commands {
    static final Path HOME = Path.of("").toAbsolutePath();

    private Commands() {}

    /** What a command said and how it ended. */
    record Ended(int status, String out, String err) {
        Ended succeeded() {
            if (status != 0) {
                throw new AssertionError("ended with " + status + "\n" + out + "\n" + err);
            }
            return this;
        }
    }

    /** Ends within two minutes or fails. */
    static Ended run(Map<String, String> environment, Path folder, String... command) {
        try {
            Path out = Files.createDirectories(folder.resolve("said")).resolve(System.nanoTime() + ".out");
            Path err = Path.of(out + ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("did not end: " + Arrays.toString(command) + "\n" + read(out) + read(err));
            }
            return new Ended(process.exitValue(), read(out), read(err));
        } catch (IOException e) {
            throw new AssertionError("could not run " + command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** {@code bin/sealpost} with arguments. */
    static Ended sealpost(Map<String, String> environment, Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("bin/sealpost"));
        command.addAll(List.of(arguments));
        return run(environment, folder, command.toArray(String[]::new));
    }

    static boolean present(String command) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
