package org.sealpost.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Where the demonstration listens, all on loopback: the documented ports, or any free one where one is taken. */
record Ports(int web, int sftp, int broker, int smtp, int imap) {
    static Ports choose(Map<String, String> environment) {
        return new Ports(
                wanted(environment, "SEALPOST_WEB_PORT", 8080),
                wanted(environment, "SEALPOST_SFTP_PORT", 2222),
                wanted(environment, "SEALPOST_BROKER_PORT", 61616),
                wanted(environment, "SEALPOST_DEMO_SMTP_PORT", 3025),
                wanted(environment, "SEALPOST_DEMO_IMAP_PORT", 3143));
    }

    private static int wanted(Map<String, String> environment, String variable, int otherwise) {
        String given = environment.get(variable);
        int port = given == null || given.isBlank() ? otherwise : Integer.parseInt(given.strip());
        return isFree(port) ? port : anyFree();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port on the loopback", e);
        }
    }
}
