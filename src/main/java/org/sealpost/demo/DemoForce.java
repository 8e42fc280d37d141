package org.sealpost.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The example constabulary, in a process of its own: it has keys the gateway has not. */
final class DemoForce implements AutoCloseable {
    private final Path folder;
    private final Process process;

    private DemoForce(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Starts {@code receive} for that many submissions. */
    static DemoForce start(Path folder, int brokerPort, int submissions) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:-HeapDumpOnOutOfMemoryError", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", ManagementFactory.getRuntimeMXBean().getClassPath(), "org.sealpost.Sealpost"));
        command.addAll(List.of("receive", "--out", folder.toString()));
        command.addAll(List.of("--max", Integer.toString(submissions), "--wait", "180"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("receive.log").toFile());
        builder.environment().put("SEALPOST_BROKER_PORT", Integer.toString(brokerPort));
        return new DemoForce(folder, builder.start());
    }

    /** The references it holds by now. */
    Set<String> holds() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return new TreeSet<>(entries.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("SP-"))
                    .toList());
        }
    }

    /** What the force decrypted of one submission, told in a few lines. */
    List<String> decrypted(String reference) throws IOException {
        JsonNode reading = new ObjectMapper()
                .readTree(folder.resolve(reference).resolve("submission.json").toFile());
        List<String> lines = new ArrayList<>();
        for (String role : List.of("personReporting", "subject", "suspect", "vehicle", "location")) {
            for (JsonNode link : reading.at("/data/relationships/" + role + "/data")) {
                lines.add(String.format(Locale.ROOT, "%-16s %s", role, attributes(reading, link)));
            }
        }
        String story = reading.at("/data/attributes/incidentDescription").asText();
        lines.add(String.format(
                Locale.ROOT, "%-16s %s", "narrative", story.length() > 90 ? story.substring(0, 90) + "…" : story));
        try (Stream<Path> originals = Files.list(folder.resolve(reference).resolve("originals"))) {
            originals
                    .sorted()
                    .forEach(file -> lines.add(String.format(
                            Locale.ROOT,
                            "%-16s %s, %,d bytes",
                            "original",
                            file.getFileName(),
                            file.toFile().length())));
        }
        return lines;
    }

    private static String attributes(JsonNode reading, JsonNode link) {
        for (JsonNode entity : reading.path("included")) {
            if (entity.path("type").equals(link.path("type"))
                    && entity.path("id").equals(link.path("id"))) {
                List<String> values = new ArrayList<>();
                for (String name : List.of(
                        "name",
                        "alias",
                        "dateOfBirth",
                        "organisation",
                        "registrationMark",
                        "make",
                        "model",
                        "colour",
                        "address")) {
                    JsonNode value = entity.at("/attributes/" + name);
                    if (value.isArray()) {
                        value.forEach(one -> values.add("“" + one.asText() + "”"));
                    } else if (value.isTextual()) {
                        values.add(value.asText());
                    }
                }
                return String.join(", ", values);
            }
        }
        return "";
    }

    boolean ended() throws InterruptedException {
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    boolean alive() {
        return process.isAlive();
    }

    String said() throws IOException {
        return Files.readString(folder.resolve("receive.log"));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
