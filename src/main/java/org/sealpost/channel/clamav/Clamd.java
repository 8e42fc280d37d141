package org.sealpost.channel.clamav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sealpost.submission.Bytes;

/** One conversation with clamd each: {@code zINSTREAM} of clamd(8). Safe to share between threads. */
final class Clamd implements AutoCloseable {
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;
    /** No answer comes near it. */
    private static final int LONGEST_ANSWER = 1024;

    private final ClamdAddress address;
    private final Duration patience;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "clamd-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    Clamd(ClamdAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /**
     * What it says, such as {@code stream: OK}.
     *
     * @throws IOException where it does not answer in time
     */
    String answer(Bytes content) throws IOException {
        try (SocketChannel channel = address.open()) {
            Future<?> end = watchdog.schedule(() -> cut(channel), patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                address.connect(channel);
                try {
                    send(channel, content.array());
                } catch (IOException closedEarly) {
                    // It stops listening where its limit is reached, and has said so before.
                    String said = read(channel);
                    if (said.isEmpty()) {
                        throw closedEarly;
                    }
                    return said;
                }
                return read(channel);
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void send(SocketChannel channel, byte[] content) throws IOException {
        write(channel, ByteBuffer.wrap(COMMAND));
        for (int from = 0; from < content.length; from += CHUNK) {
            int length = Math.min(CHUNK, content.length - from);
            write(channel, ByteBuffer.allocate(4).putInt(length).flip());
            write(channel, ByteBuffer.wrap(content, from, length));
        }
        write(channel, ByteBuffer.allocate(4));
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String read(SocketChannel channel) throws IOException {
        ByteBuffer said = ByteBuffer.allocate(LONGEST_ANSWER);
        while (said.hasRemaining() && channel.read(said) >= 0) {
            if (said.position() > 0 && said.get(said.position() - 1) == 0) {
                break;
            }
        }
        return new String(said.array(), 0, said.position(), StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
    }

    private static void cut(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed then.
        }
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
    }
}
