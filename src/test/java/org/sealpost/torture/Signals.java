package org.sealpost.torture;

import java.io.IOException;

/** What the operating system can do to a process. */
final class Signals {
    private Signals() {}

    /** It stands still, with all its connections open. */
    static void freeze(long pid) throws IOException, InterruptedException {
        run("kill", "-STOP", Long.toString(pid));
    }

    static void thaw(long pid) throws IOException, InterruptedException {
        run("kill", "-CONT", Long.toString(pid));
    }

    /** No file of it can grow beyond so many bytes: for whoever writes, the disk is full. */
    static void fillDisk(long pid, long bytes) throws IOException, InterruptedException {
        run("prlimit", "--pid", Long.toString(pid), "--fsize=" + bytes + ":unlimited");
    }

    static void freeDisk(long pid) throws IOException, InterruptedException {
        run("prlimit", "--pid", Long.toString(pid), "--fsize=unlimited:unlimited");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(command[0] + " ended with " + status);
        }
    }
}
