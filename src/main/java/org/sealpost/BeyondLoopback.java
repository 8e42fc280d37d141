package org.sealpost;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which settings have the gateway listen to, or speak with, anything but this machine. */
final class BeyondLoopback {
    private BeyondLoopback() {}

    static List<String> settings(Settings settings) {
        List<String> found = new ArrayList<>();
        add(found, "sealpost.web.host", settings.web().host());
        if (settings.sftp().enabled()) {
            add(found, "sealpost.sftp.host", settings.sftp().host());
        }
        if (!settings.broker().embedded()) {
            brokers(settings.broker().url())
                    .map(BeyondLoopback::host)
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
        hooks(found, settings);
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
    static Stream<String> brokers(String url) {
        int end = url.lastIndexOf(')');
        return url.startsWith("(") && end > 0
                ? Pattern.compile(",").splitAsStream(url.substring(1, end)).map(String::strip)
                : Stream.of(url);
    }

    private static void hooks(List<String> found, Settings settings) {
        addHook(found, "sealpost.operator", settings.operator().first());
        settings.operator().then().forEach(who -> addHook(found, "sealpost.operator.then", who));
        settings.forces().forEach((name, force) -> addHook(found, "sealpost.forces." + name, force.contact()));
    }

    private static void addHook(List<String> found, String setting, Settings.Contact who) {
        if (!who.hook().isEmpty()) {
            add(found, setting + ".hook", host(who.hook()));
        }
    }

    static String databaseHost(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new RefusedToStartException(
                    "database-url",
                    "sealpost.database.url starts with jdbc:postgresql: or is empty, for the embedded database");
        }
        return host(url.substring("jdbc:".length()));
    }

    /** An address that names several hosts, or none, is not this machine for certain. */
    static String host(String url) {
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
    static boolean isLoopback(String host) {
        try {
            return !host.isEmpty() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
