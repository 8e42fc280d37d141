package org.sealpost.channel.clamav;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;

/** Where clamd listens. It is handed what arrived in the clear, so it is on this machine. */
public final class ClamdAddress {
    private static final String UNIX = "unix:";

    private final String text;

    private ClamdAddress(String text) {
        this.text = text;
    }

    /**
     * @param text {@code unix:/run/clamav/clamd.ctl}, or {@code 127.0.0.1:3310}
     * @throws IllegalArgumentException where it is neither, or beyond loopback
     */
    public static ClamdAddress parse(String text) {
        if (!text.startsWith(UNIX)) {
            try {
                if (!InetAddress.getByName(host(text)).isLoopbackAddress()) {
                    throw new IllegalArgumentException(
                            "clamd is handed forms in the clear, so it has to be on this machine");
                }
                port(text);
            } catch (UnknownHostException | NumberFormatException | IndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        "clamd's address has the form unix:/run/clamav/clamd.ctl or 127.0.0.1:3310", e);
            }
        }
        return new ClamdAddress(text);
    }

    /** Not connected yet. */
    SocketChannel open() throws IOException {
        return text.startsWith(UNIX) ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    }

    void connect(SocketChannel channel) throws IOException {
        channel.connect(
                text.startsWith(UNIX)
                        ? UnixDomainSocketAddress.of(text.substring(UNIX.length()))
                        : new InetSocketAddress(host(text), port(text)));
    }

    private static String host(String text) {
        return text.substring(0, text.lastIndexOf(':'));
    }

    private static int port(String text) {
        return Integer.parseInt(text.substring(text.lastIndexOf(':') + 1));
    }

    @Override
    public String toString() {
        return text;
    }
}
