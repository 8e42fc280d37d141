package org.sealpost;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says before anything starts which port cannot be had; each server would say it in its own words, or not at all. */
final class ListeningPorts implements AutoCloseable {
    private final List<ServerSocket> held = new ArrayList<>();

    private ListeningPorts() {}

    /** @throws RefusedToStartException where one is taken, by another process or by two of these settings */
    static void require(Settings settings) {
        try (ListeningPorts ports = new ListeningPorts()) {
            ports.hold(
                    "sealpost.web.port", settings.web().host(), settings.web().port());
            if (settings.sftp().enabled()) {
                ports.hold(
                        "sealpost.sftp.port",
                        settings.sftp().host(),
                        settings.sftp().port());
            }
            if (settings.broker().embedded()) {
                ports.hold(
                        "sealpost.broker.port", "127.0.0.1", settings.broker().port());
            }
        }
    }

    private void hold(String setting, String host, int port) {
        try {
            ServerSocket socket = new ServerSocket();
            held.add(socket);
            socket.bind(new InetSocketAddress(host, port), 1);
        } catch (IOException | IllegalArgumentException e) {
            String variable = setting.toUpperCase(Locale.ROOT).replace('.', '_');
            throw new RefusedToStartException(
                    "port-not-free",
                    "nothing can listen on " + host + ":" + port + " (" + setting + ", " + variable + "): "
                            + e.getMessage());
        }
    }

    @Override
    public void close() {
        for (ServerSocket socket : held) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is not listening then, which is all that was wanted.
            }
        }
    }
}
