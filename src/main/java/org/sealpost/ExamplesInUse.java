package org.sealpost;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** The wall around what is published with the source: it serves on loopback only, and never in production. */
final class ExamplesInUse {
    private static final String EXAMPLE_PASSWORD = "example-only";

    private final Settings settings;

    ExamplesInUse(Settings settings) {
        this.settings = settings;
    }

    /** @throws RefusedToStartException where an example is used in production or where others can reach it */
    void refuse(boolean production) throws IOException {
        List<String> examples = examples();
        if (examples.isEmpty()) {
            return;
        }
        String replace =
                "replace what is marked EXAMPLE in config/application.yaml; it concerns " + String.join(", ", examples);
        if (production) {
            throw new RefusedToStartException(
                    "examples-in-production",
                    "the example keys and accounts are public and not for production: " + replace);
        }
        List<String> beyond = beyondLoopback();
        if (!beyond.isEmpty()) {
            throw new RefusedToStartException(
                    "examples-beyond-loopback",
                    "the example keys and accounts are public and serve on loopback only, but "
                            + String.join(", ", beyond) + " goes beyond it: " + replace);
        }
    }

    private List<String> examples() throws IOException {
        List<String> found = new ArrayList<>();
        found.addAll(ExampleFiles.among(settings));
        settings.partners().forEach((name, partner) -> partner.accounts().stream()
                .filter(account -> account.example() || isExamplePassword(account.password()))
                .forEach(account -> found.add("the account " + account.name())));
        settings.operators().stream()
                .filter(account -> account.example() || isExamplePassword(account.password()))
                .forEach(account -> found.add("the operator " + account.name()));
        if (settings.broker().password().equals(EXAMPLE_PASSWORD)) {
            found.add("the broker's password");
        }
        settings.forces().forEach((name, force) -> {
            if (EXAMPLE_PASSWORD.equals(force.brokerPassword())) {
                found.add("the broker's password of " + name);
            }
        });
        return found;
    }

    private static boolean isExamplePassword(String hash) {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder().matches(EXAMPLE_PASSWORD, hash);
    }

    private List<String> beyondLoopback() {
        List<String> found = new ArrayList<>();
        add(found, "sealpost.web.host", settings.web().host());
        if (settings.sftp().enabled()) {
            add(found, "sealpost.sftp.host", settings.sftp().host());
        }
        if (!settings.broker().embedded()) {
            brokers(settings.broker().url())
                    .map(ExamplesInUse::host)
                    .filter(host -> !isLoopback(host))
                    .findFirst()
                    .ifPresent(host -> found.add("sealpost.broker.url"));
        }
        if (!settings.database().url().isBlank()) {
            add(found, "sealpost.database.url", databaseHost(settings.database().url()));
        }
        if (settings.mailbox().enabled()) {
            add(found, "sealpost.mailbox.host", settings.mailbox().host());
        }
        if (settings.replies().enabled()) {
            add(found, "sealpost.replies.host", settings.replies().host());
        }
        hooks(found);
        for (Map.Entry<String, Settings.PolledServer> server :
                settings.polledServers().entrySet()) {
            add(
                    found,
                    "sealpost.polled-servers." + server.getKey(),
                    server.getValue().host());
        }
        return found;
    }

    /** One address, or those of a pair: {@code (tcp://one:61617,tcp://other:61617)?ha=true}. */
    private static Stream<String> brokers(String url) {
        int end = url.lastIndexOf(')');
        return url.startsWith("(") && end > 0
                ? Pattern.compile(",").splitAsStream(url.substring(1, end)).map(String::strip)
                : Stream.of(url);
    }

    private void hooks(List<String> found) {
        addHook(found, "sealpost.operator", settings.operator().first());
        settings.operator().then().forEach(who -> addHook(found, "sealpost.operator.then", who));
        settings.forces().forEach((name, force) -> addHook(found, "sealpost.forces." + name, force.contact()));
    }

    private static void addHook(List<String> found, String setting, Settings.Contact who) {
        if (!who.hook().isEmpty()) {
            add(found, setting + ".hook", host(who.hook()));
        }
    }

    private static String databaseHost(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new RefusedToStartException(
                    "database-url",
                    "sealpost.database.url starts with jdbc:postgresql: or is empty, for the embedded database");
        }
        return host(url.substring("jdbc:".length()));
    }

    /** An address that names several hosts, or none, is not this machine for certain. */
    private static String host(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null ? "" : host;
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static void add(List<String> found, String setting, String host) {
        if (!isLoopback(host)) {
            found.add(setting);
        }
    }

    /** What cannot be looked up is not this machine. */
    private static boolean isLoopback(String host) {
        try {
            return !host.isEmpty() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
