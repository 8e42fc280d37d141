package org.sealpost;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What the routes in {@code routes/} and the frame ask for by name, made of the configuration that people write. */
final class RouteProperties {
    private RouteProperties() {}

    static void addTo(ConfigurableEnvironment environment) {
        Map<String, Object> properties = new LinkedHashMap<>();
        String protection = environment.getProperty("sealpost.mailbox.protection", "tls");
        // From the jar and from nowhere else: a writable folder of routes would be code execution.
        properties.put("camel.main.routes-include-pattern", "classpath:routes/*.camel.yaml");
        properties.put("camel.main.name", "sealpost");
        // For nothing readable; without it the server would make a folder elsewhere.
        properties.put("server.tomcat.basedir", basedir(environment.getProperty("sealpost.data", "var")));
        properties.put("sealpost.mail.protocol", protection.equalsIgnoreCase("tls") ? "imaps" : "imap");
        properties.put("sealpost.mail.enabled", "${sealpost.mailbox.enabled}");
        properties.put("sealpost.mail.replies.enabled", "${sealpost.replies.enabled}");
        properties.put("sealpost.mail.host", "${sealpost.mailbox.host}");
        properties.put("sealpost.mail.port", "${sealpost.mailbox.port}");
        properties.put("sealpost.mail.inbox", "${sealpost.mailbox.inbox}");
        properties.put("sealpost.mail.poll", "${sealpost.mailbox.interval}");
        properties.put("sealpost.mail.replies.poll", "1000");
        properties.put("sealpost.dispatch.poll", "250");
        properties.put("sealpost.erase.period", "60000");
        properties.put("sealpost.reconcile.period", "60000");
        properties.put("sealpost.overdue.period", "15000");
        environment.getPropertySources().addLast(new MapPropertySource("routes", properties));
    }

    private static String basedir(String data) {
        return Home.resolve(Path.of(data)).resolve("web").toString();
    }
}
