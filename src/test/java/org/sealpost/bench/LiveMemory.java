package org.sealpost.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a Java process of ours takes. */
public final class LiveMemory {
    private static final double MEGABYTE = 1 << 20;

    private LiveMemory() {}

    /** The objects that are in use, after a collection, in MB. */
    public static double heap(ProcessHandle process) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("Total"))
                .toList();
        if (lines.isEmpty()) {
            throw new IOException("jcmd does not say what is in use");
        }
        return Long.parseLong(lines.get(0).strip().split("\\s+")[2]) / MEGABYTE;
    }

    /** The most that it ever had in memory, heap and all else, in MB; 0 where the system does not say. */
    static double peak(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElse(0);
    }
}
