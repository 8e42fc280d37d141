package org.sealpost.transport;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A process that keeps the profile although its own code asks for everything that the JDK has. */
public final class TlsProbe {
    private static final char[] PASSWORD = "not-a-secret".toCharArray();

    private TlsProbe() {}

    /** {@code serve STORE}: prints its port and answers {@code hello}; {@code call STORE PORT}: prints what was agreed on. */
    public static void main(String[] arguments) throws Exception {
        TlsProfile.enforce();
        SSLContext context = context(Path.of(arguments[1]));
        if (arguments[0].equals("serve")) {
            serve(context);
        } else {
            call(context, Integer.parseInt(arguments[2]));
        }
    }

    private static void serve(SSLContext context) throws Exception {
        try (SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            server.setEnabledCipherSuites(server.getSupportedCipherSuites());
            server.setEnabledProtocols(server.getSupportedProtocols());
            System.out.println(server.getLocalPort());
            while (true) {
                try (SSLSocket socket = (SSLSocket) server.accept()) {
                    socket.setSoTimeout(5000);
                    socket.getOutputStream().write("hello\n".getBytes(StandardCharsets.US_ASCII));
                } catch (javax.net.ssl.SSLException refused) {
                    System.out.println("refused");
                }
            }
        }
    }

    private static void call(SSLContext context, int port) throws Exception {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(5000);
            socket.setEnabledCipherSuites(socket.getSupportedCipherSuites());
            socket.setEnabledProtocols(socket.getSupportedProtocols());
            socket.startHandshake();
            System.out.println("agreed " + socket.getSession().getCipherSuite());
        } catch (javax.net.ssl.SSLException refused) {
            System.out.println("refused");
        }
    }

    private static SSLContext context(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("self", store.getCertificate(store.aliases().nextElement()));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
