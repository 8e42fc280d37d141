package org.sealpost.torture.inside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The named places of this process. The torturer, at the other end of a connection, is told of each that is met for the
 * first time; where he has armed one, the thread that meets it stays there, most often for ever, because the process is
 * then killed. Safe to share between threads.
 */
public final class Failpoints {
    /** The environment variable with the torturer's port on loopback. */
    public static final String PORT = "SEALPOST_TORTURE_PORT";

    private static final Failpoints OF_THIS_PROCESS = new Failpoints();

    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private final AtomicLong clockShift = new AtomicLong();
    private final PrintWriter toTorturer;
    private volatile Armed armed = Armed.NONE;

    private record Armed(String name, AtomicLong left, CountDownLatch go) {
        static final Armed NONE = new Armed("", new AtomicLong(), new CountDownLatch(0));
    }

    private Failpoints() {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv(PORT)));
            toTorturer = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
            BufferedReader orders =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            Thread listening = new Thread(() -> obey(orders), "torturer");
            listening.setDaemon(true);
            listening.start();
        } catch (IOException e) {
            throw new IllegalStateException("there is no torturer", e);
        }
    }

    public static Failpoints ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /** Milliseconds by which the clock is to be wrong. */
    public long clockShift() {
        return clockShift.get();
    }

    /** The place of that name is met now. */
    public void meet(String name) {
        if (met.add(name)) {
            tell("met " + name);
        }
        Armed now = armed;
        if (now.name.equals(name) && now.left.decrementAndGet() == 0) {
            tell("at " + name);
            try {
                now.go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void tell(String line) {
        toTorturer.println(line);
    }

    private void obey(BufferedReader orders) {
        try {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ", 3);
                switch (words[0]) {
                    case "arm" ->
                        armed = new Armed(words[2], new AtomicLong(Long.parseLong(words[1])), new CountDownLatch(1));
                    case "go" -> {
                        Armed before = armed;
                        armed = Armed.NONE;
                        before.go.countDown();
                    }
                    case "clock" -> clockShift.set(Long.parseLong(words[1]));
                    default -> throw new IllegalStateException(order);
                }
            }
        } catch (IOException e) {
            // The torturer has ended; so will this process.
        }
    }
}
