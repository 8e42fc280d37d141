package org.sealpost.channel.mail;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Stands between a client and a real mail server, and may change each line that goes by, or hang up after one. */
final class LineProxy implements AutoCloseable {
    /** A line that begins so is passed on, and then the connection is cut. */
    static final String CUT = "* BYE ";

    private static final UnaryOperator<String> UNCHANGED = line -> line;

    private final ServerSocket listening;
    private final int behind;
    private volatile UnaryOperator<String> answers = UNCHANGED;
    private volatile UnaryOperator<String> commands = UNCHANGED;

    LineProxy(int behind) {
        this.behind = behind;
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

    void honest() {
        answers = UNCHANGED;
        commands = UNCHANGED;
    }

    void changeAnswers(UnaryOperator<String> change) {
        answers = change;
    }

    void changeCommands(UnaryOperator<String> change) {
        commands = change;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                start(() -> pump(client, server, () -> commands));
                start(() -> pump(server, client, () -> answers));
            } catch (IOException e) {
                // closed, or the server behind is not there
            }
        }
    }

    private static void pump(Socket from, Socket to, Supplier<UnaryOperator<String>> change) {
        try (from;
                to) {
            InputStream in = new BufferedInputStream(from.getInputStream());
            OutputStream out = new BufferedOutputStream(to.getOutputStream());
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String changed = change.get().apply(line);
                out.write(changed.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                if (changed.startsWith(CUT)) {
                    return;
                }
            }
        } catch (IOException e) {
            // one of the two has hung up
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "line-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
