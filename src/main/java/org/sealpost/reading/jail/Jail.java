package org.sealpost.reading.jail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts processes shut in by bubblewrap ({@code bwrap}) and {@code prlimit}. Inside there is no network, no host's file but
 * what {@link Confinement} names, nothing that can be written to, no capability, no other process to be seen and none to be
 * made; memory and open files are bounded, core dumps off. It ends when the process that started it ends, however that ends.
 * Where the machine lacks what that takes, {@link #lacking} says so and processes run without it. Safe to share
 * between threads.
 */
public final class Jail {
    /** None: processes run as they are. For a machine that is shut in itself. */
    public static final Jail OFF = none("switched off by the configuration");

    private static final int PATIENCE_SECONDS = 10;
    private static final String NOBODY = "65534";

    /** What programs load; which of them there are is each system's own matter. */
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/lib"),
            Path.of("/lib64"),
            Path.of("/usr/lib"),
            Path.of("/usr/lib64"),
            Path.of("/usr/local/lib"),
            Path.of("/etc/ld.so.cache"),
            Path.of("/etc/alternatives"));

    /** The filter goes in through a pipe that only bash can lay without a file. */
    private static final List<String> TOOLS = List.of("bash", "prlimit", "bwrap");

    private static final String WITH_FILTER = "exec 3< <(printf %b \"$0\"); exec \"$@\"";

    /** The kernel ends what is inside with the <em>thread</em> that started it, so that one lasts as long as this process. */
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "jail");
        thread.setDaemon(true);
        return thread;
    });

    private final List<Path> tools;
    private final String filter;
    private final String lacking;

    private Jail(List<Path> tools, String filter, String lacking) {
        this.tools = tools;
        this.filter = filter;
        this.lacking = lacking;
    }

    private static Jail none(String lacking) {
        return new Jail(List.of(), "", lacking);
    }

    /** Looks for the tools along {@code PATH}, and tries them once. */
    public static Jail find(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        String missing =
                TOOLS.stream().filter(tool -> along(path, tool).isEmpty()).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return none("not installed: " + missing);
        }
        Optional<byte[]> filter = SystemCallFilter.forThisMachine();
        if (filter.isEmpty()) {
            return none("no filter of system calls for this kind of processor");
        }
        List<Path> tools =
                TOOLS.stream().flatMap(tool -> along(path, tool).stream()).toList();
        Jail jail = new Jail(tools, octal(filter.get()), "");
        return jail.works() ? jail : none("this machine does not let bwrap shut anything in");
    }

    private static Optional<Path> along(String path, String tool) {
        return Arrays.stream(path.split(":", -1))
                .map(folder -> Path.of(folder).resolve(tool))
                .filter(file -> file.isAbsolute() && Files.isExecutable(file))
                .findFirst();
    }

    private static String octal(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte value : bytes) {
            text.append(String.format(Locale.ROOT, "\\0%03o", value & 0xFF));
        }
        return text.toString();
    }

    private boolean works() {
        try {
            Confinement little = new Confinement(List.of(tools.get(0)), 64, 16);
            ProcessBuilder builder = new ProcessBuilder(tools.get(0).toString(), "-c", "exit 42");
            builder.environment().clear();
            Process process = start(builder, little);
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 42;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** True where processes are shut in. */
    public boolean holds() {
        return lacking.isEmpty();
    }

    /** Why not, in a few words for an operator; empty where it holds. */
    public String lacking() {
        return lacking;
    }

    /**
     * Starts the builder's command, inside where this {@link #holds}.
     *
     * @param builder its environment is the process's, its redirections too
     * @throws IOException where it cannot be started
     */
    public Process start(ProcessBuilder builder, Confinement confinement) throws IOException {
        if (holds()) {
            builder.command(around(builder.command(), confinement));
        }
        try {
            return CompletableFuture.supplyAsync(() -> started(builder), STARTER)
                    .join();
        } catch (CompletionException e) {
            throw new IOException("a process cannot be started", e.getCause());
        }
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> around(List<String> inside, Confinement confinement) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(tools.get(0).toString(), "-c", WITH_FILTER, filter));
        command.addAll(List.of(
                tools.get(1).toString(),
                "--data=" + ((long) confinement.megabytes() << 20),
                "--nofile=" + confinement.files(),
                "--fsize=0",
                "--core=0"));
        command.addAll(List.of(tools.get(2).toString(), "--unshare-all", "--new-session", "--die-with-parent"));
        command.addAll(List.of("--cap-drop", "ALL", "--uid", NOBODY, "--gid", NOBODY, "--seccomp", "3"));
        command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        Stream.concat(LIBRARIES.stream(), confinement.readable().stream())
                .map(Path::toString)
                .forEach(path -> command.addAll(List.of("--ro-bind-try", path, path)));
        command.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/"));
        command.addAll(inside);
        return command;
    }
}
