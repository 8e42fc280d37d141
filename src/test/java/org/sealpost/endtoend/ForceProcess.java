package org.sealpost.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The example constabulary: {@code bin/sealpost receive} in a process of its own, and the folder it keeps things in. */
record ForceProcess(Map<String, String> environment, Path folder) {
    Path out() {
        return folder.resolve("received");
    }

    Commands.Ended receive(int waitSeconds) {
        return Commands.sealpost(
                        environment,
                        folder,
                        "receive",
                        "--out",
                        out().toString(),
                        "--wait",
                        Integer.toString(waitSeconds))
                .succeeded();
    }

    Commands.Ended receive(int most, int waitSeconds) {
        return Commands.sealpost(
                        environment,
                        folder,
                        "receive",
                        "--out",
                        out().toString(),
                        "--max",
                        Integer.toString(most),
                        "--wait",
                        Integer.toString(waitSeconds))
                .succeeded();
    }

    /** The folders of the submissions it holds, one a reference. */
    List<Path> kept() {
        if (!Files.isDirectory(out())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(out())) {
            return folders.filter(f -> f.getFileName().toString().startsWith("SP-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("cannot list " + out(), e);
        }
    }
}
