package org.sealpost.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The line between a client and a real server, which can be cut, slowed, and cut in the middle of what goes over it. */
final class Wire implements AutoCloseable {
    private final ServerSocket listening;
    private final int[] behind;
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();
    /** Traps that have sprung and are not at their end. */
    private final AtomicInteger springing = new AtomicInteger();

    private final AtomicLong bytesLeft = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean cut;
    private volatile int leftOut = -1;
    private volatile long delay;

    /**
     * What springs once, when the client says that word.
     *
     * @param heard whether the server still hears it
     */
    private record Trap(String word, boolean heard, Runnable then) {}

    /** @param behind the server's port on loopback; where there are several, each connection goes to the next that takes it */
    Wire(int... behind) {
        this.behind = behind.clone();
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Ends every connection and takes no new one until it is mended. */
    void cut() {
        cut = true;
        hangUp();
    }

    void hangUp() {
        open.forEach(Wire::close);
    }

    /** No new connection goes to that one of several, as where it was found ill. */
    void leaveOut(int port) {
        leftOut = port;
    }

    /** Each piece takes so many milliseconds longer. */
    void slow(long milliseconds) {
        delay = milliseconds;
    }

    /** Hangs up after so many more bytes, either way. */
    void hangUpAfter(long bytes) {
        bytesLeft.set(bytes);
    }

    /** Hangs up when the client says the word, before the server hears it or before its answer is heard. */
    void hangUpAt(String word, boolean heard) {
        springAt(word, heard, this::hangUp);
    }

    void springAt(String word, boolean heard, Runnable then) {
        trap.set(new Trap(word, heard, then));
    }

    /** Whether what was to spring has sprung, to its end. */
    boolean sprung() {
        return trap.get() == null && springing.get() == 0 && bytesLeft.get() == Long.MAX_VALUE;
    }

    void mend() {
        trap.set(null);
        bytesLeft.set(Long.MAX_VALUE);
        delay = 0;
        leftOut = -1;
        cut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            listening.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (cut) {
                    close(client);
                } else {
                    join(client);
                }
            } catch (IOException e) {
                // closed, or the client has gone
            }
        }
    }

    private void join(Socket client) {
        try {
            Socket server = connected();
            open.add(client);
            open.add(server);
            start(() -> pump(client, server, true));
            start(() -> pump(server, client, false));
        } catch (IOException e) {
            close(client);
        }
    }

    private Socket connected() throws IOException {
        IOException why = new IOException("nothing is behind");
        int first = turn.getAndIncrement();
        for (int i = 0; i < behind.length; i++) {
            int port = behind[Math.floorMod(first + i, behind.length)];
            if (port == leftOut) {
                continue;
            }
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException e) {
                why = e;
            }
        }
        throw why;
    }

    private void pump(Socket from, Socket to, boolean fromClient) {
        byte[] piece = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                Thread.sleep(delay);
                Trap springs = fromClient ? sprungBy(piece, length) : null;
                if (springs != null) {
                    spring(springs, out, piece, length);
                    return;
                }
                out.write(piece, 0, length);
                out.flush();
                if (bytesLeft.get() != Long.MAX_VALUE && bytesLeft.addAndGet(-length) <= 0) {
                    bytesLeft.set(Long.MAX_VALUE);
                    hangUp();
                    return;
                }
            }
        } catch (IOException e) {
            // one of the two has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void spring(Trap trap, OutputStream out, byte[] piece, int length)
            throws IOException, InterruptedException {
        try {
            if (trap.heard) {
                out.write(piece, 0, length);
                out.flush();
                // The server works, and its answer goes nowhere.
                Thread.sleep(30);
            }
            trap.then.run();
        } finally {
            springing.decrementAndGet();
        }
    }

    private @Nullable Trap sprungBy(byte[] piece, int length) {
        Trap set = trap.get();
        if (set == null || !holds(piece, length, set.word)) {
            return null;
        }
        springing.incrementAndGet();
        if (trap.compareAndSet(set, null)) {
            return set;
        }
        springing.decrementAndGet();
        return null;
    }

    private static boolean holds(byte[] piece, int length, String word) {
        return new String(piece, 0, length, StandardCharsets.ISO_8859_1).contains(word);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed it is
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
