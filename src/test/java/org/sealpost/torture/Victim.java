package org.sealpost.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sealpost.torture.inside.Failpoints;

/** A Java process of its own that can be stopped at its failpoints, struck by SIGKILL and started again. */
final class Victim implements AutoCloseable {
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path said;
    private final ServerSocket listening;
    private final Set<String> met = new ConcurrentSkipListSet<>();
    private volatile @Nullable Process process;
    private volatile @Nullable PrintWriter orders;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile long clock;
    private volatile String armed = "";

    /** @param said gets everything it says, over all its lives */
    Victim(Class<?> main, List<String> arguments, Map<String, String> environment, Path said) {
        this.command = Java.command(main, arguments);
        this.environment = new HashMap<>(environment);
        this.said = said;
        try {
            listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        this.environment.put(Failpoints.PORT, Integer.toString(listening.getLocalPort()));
        Thread thread = new Thread(this::listen, "victim");
        thread.setDaemon(true);
        thread.start();
    }

    void start() {
        orders = null;
        process = Java.start(command, environment, said);
    }

    boolean isAlive() {
        Process now = process;
        return now != null && now.isAlive();
    }

    /** For whoever wants to know what became of it. */
    String state() {
        Process now = process;
        return now == null ? "it was never started" : now.isAlive() ? "it runs" : "it ended with " + now.exitValue();
    }

    long pid() {
        Process now = process;
        return now == null ? -1 : now.pid();
    }

    /** SIGKILL. */
    void kill() {
        Process now = process;
        if (now != null) {
            now.descendants().forEach(ProcessHandle::destroyForcibly);
            now.destroyForcibly();
            Java.await(now, 20);
        }
    }

    /** Will stop where that place is met for the so-and-so-manieth time from now, or from the start of its next life. */
    void arm(String failpoint, int time) {
        stopped = new CountDownLatch(1);
        armed = "arm " + time + " " + failpoint;
        order(armed);
    }

    /** Whether it came to the armed place and stands there. */
    boolean stands(long milliseconds) throws InterruptedException {
        return stopped.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Lets it go on from where it stands, and forgets the place. */
    void go() {
        armed = "";
        order("go");
    }

    /** Its clock is wrong by so many milliseconds, in its next lives too. */
    void setClock(long milliseconds) {
        clock = milliseconds;
        order("clock " + milliseconds);
    }

    long clock() {
        return clock;
    }

    /** All places that any of its lives has met. */
    Set<String> met() {
        return new TreeSet<>(met);
    }

    @Override
    public void close() {
        Process now = process;
        if (now != null) {
            now.destroy();
            if (!Java.await(now, 20)) {
                kill();
            }
        }
        try {
            listening.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void order(String order) {
        PrintWriter to = orders;
        if (to != null) {
            to.println(order);
        }
    }

    private void listen() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                PrintWriter to = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
                orders = to;
                to.println("clock " + clock);
                if (!armed.isEmpty()) {
                    to.println(armed);
                }
                BufferedReader from =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                for (String line = from.readLine(); line != null; line = from.readLine()) {
                    if (line.startsWith("met ")) {
                        met.add(line.substring(4));
                    } else {
                        stopped.countDown();
                    }
                }
            } catch (IOException e) {
                // it was killed, or all is over
            }
        }
    }
}
