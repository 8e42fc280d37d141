package org.sealpost;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** Finds where the gateway would listen, or speak, beyond this machine without TLS that names the other side. */
final class PlainConnections {
    private final Settings settings;
    private final Environment environment;

    /** @param environment has the server's own settings, {@code server.*} and {@code management.server.*} */
    PlainConnections(Settings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    List<Problem> problems() {
        List<Problem> found = new ArrayList<>();
        String address =
                environment.getProperty("server.address", settings.web().host());
        if (!BeyondLoopback.isLoopback(address) && !hasTls("server.ssl")) {
            found.add(listener("the web pages", "server.address (sealpost.web.host)", "server.ssl.bundle"));
        }
        if (isManagementApart()
                && !BeyondLoopback.isLoopback(environment.getProperty("management.server.address", ""))
                && !hasTls("management.server.ssl")) {
            found.add(listener("health", "management.server.address", "management.server.ssl.bundle"));
        }
        broker(found);
        database(found);
        return found;
    }

    private static Problem listener(String what, String address, String tls) {
        return new Problem(
                "plain-listener",
                what + " would be served beyond this machine without TLS: set " + tls
                        + " as config/cluster/gateway.yaml does, or " + address
                        + " to 127.0.0.1 with a proxy on this machine in front");
    }

    private boolean hasTls(String prefix) {
        return environment.getProperty(prefix + ".enabled", Boolean.class, true)
                && (environment.containsProperty(prefix + ".bundle")
                        || environment.containsProperty(prefix + ".certificate")
                        || environment.containsProperty(prefix + ".key-store"));
    }

    private boolean isManagementApart() {
        String port = environment.getProperty("management.server.port", "");
        return !port.isEmpty() && !port.equals("-1") && !port.equals(environment.getProperty("server.port", ""));
    }

    private void broker(List<Problem> found) {
        String url = settings.broker().url();
        if (settings.broker().embedded()
                || BeyondLoopback.brokers(url).allMatch(one -> BeyondLoopback.isLoopback(BeyondLoopback.host(one)))) {
            return;
        }
        String shared = url.substring(url.lastIndexOf(')') + 1);
        boolean tls = shared.contains("sslEnabled=true")
                || BeyondLoopback.brokers(url).allMatch(one -> one.contains("sslEnabled=true"));
        if (!tls || url.contains("verifyHost=false") || url.contains("trustAll=true")) {
            found.add(
                    new Problem(
                            "plain-connection",
                            "sealpost.broker.url leaves this machine without TLS that names the broker: give it"
                                    + " sslEnabled=true&verifyHost=true, a trust store and a key store as config/cluster/gateway.yaml does"));
        }
    }

    private void database(List<Problem> found) {
        String url = settings.database().url();
        if (url.isBlank()
                || BeyondLoopback.isLoopback(BeyondLoopback.databaseHost(url))
                || url.contains("sslmode=verify-full")) {
            return;
        }
        found.add(new Problem(
                "plain-connection",
                "sealpost.database.url leaves this machine without TLS that names the server: give it"
                        + " sslmode=verify-full and sslrootcert= as config/cluster/gateway.yaml does"));
    }
}
