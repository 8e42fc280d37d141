package org.sealpost.reading.structure;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader in an attacker's hands tries. Each says {@code escaped} and how, or {@code stopped} and by what. */
final class Escapes {
    private static final int ONE_MEGABYTE = 1 << 20;
    private static final long TEN_GIGABYTES = 10L << 30;

    private Escapes() {}

    static String connect(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
            return "escaped: connected";
        } catch (IOException e) {
            return "stopped: " + e.getMessage() + "; " + datagram(port);
        }
    }

    private static String datagram(int port) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getLoopbackAddress(), port));
            return "escaped: sent a datagram";
        } catch (IOException e) {
            return "stopped: " + e.getMessage();
        }
    }

    /** A file of the host, every process, every folder that people's things are in. */
    static String look(Path secret) throws IOException {
        try {
            return "escaped: read " + Files.readString(secret);
        } catch (IOException e) {
            String seen = Stream.of("/etc/passwd", "/root", "/home", "/var", "/tmp", "/srv", "/run", "/usr/bin")
                    .filter(place -> Files.exists(Path.of(place)) && !holdsOnlyWhatItIsRunFrom(Path.of(place)))
                    .collect(Collectors.joining(", "));
            try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
                long others = processes
                        .filter(path -> path.getFileName().toString().matches("\\d+"))
                        .count();
                return seen.isEmpty() && others <= 2 ? "stopped" : "escaped: sees " + seen + ", processes: " + others;
            }
        }
    }

    /** Class paths may lie below such folders: then there is a way to them and nothing beside it. */
    private static boolean holdsOnlyWhatItIsRunFrom(Path place) {
        List<Path> run = Stream.of(System.getProperty("java.class.path").split(":"))
                .map(Path::of)
                .toList();
        try (Stream<Path> inside = Files.list(place)) {
            return inside.allMatch(path -> run.stream().anyMatch(entry -> entry.startsWith(path)));
        } catch (IOException | UncheckedIOException e) {
            return true;
        }
    }

    static String start() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version").start();
            return "escaped: a process ended with " + process.waitFor();
        } catch (IOException e) {
            return "stopped: " + e.getMessage();
        }
    }

    /** Ten gigabytes, wherever there is room. */
    static String write() {
        long written = 0;
        for (String folder : List.of(
                System.getProperty("java.io.tmpdir"), "/tmp", "/dev/shm", "/dev", "/var/tmp", "/proc/self", ".", "/")) {
            Path file = Path.of(folder, "ten-gigabytes");
            try (OutputStream out = Files.newOutputStream(file)) {
                byte[] some = new byte[ONE_MEGABYTE];
                while (written < TEN_GIGABYTES) {
                    out.write(some);
                    written += some.length;
                    if (written > 64 * ONE_MEGABYTE) {
                        Files.delete(file);
                        return "escaped: wrote to " + folder;
                    }
                }
            } catch (IOException e) {
                continue;
            }
        }
        return written == 0 ? "stopped" : "escaped: wrote " + written;
    }

    /** Ten gigabytes down the pipe, each frame of sixteen megabytes. */
    static void print() throws IOException {
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            byte[] some = new byte[ONE_MEGABYTE];
            Arrays.fill(some, (byte) 1);
            for (long written = 0; written < TEN_GIGABYTES; written += some.length) {
                out.write(some);
            }
        }
    }

    /** Two gigabytes beside the heap. */
    static void takeMemory() throws ReflectiveOperationException {
        Field field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        sun.misc.Unsafe memory = (sun.misc.Unsafe) field.get(null);
        for (int i = 0; i < 2048; i++) {
            long some = memory.allocateMemory(ONE_MEGABYTE);
            memory.setMemory(some, ONE_MEGABYTE, (byte) 1);
        }
    }
}
