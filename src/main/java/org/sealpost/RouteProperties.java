package org.sealpost;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What the routes in {@code routes/} ask for by name, made of the configuration that people write. */
final class RouteProperties {
    private RouteProperties() {}

    static void addTo(ConfigurableEnvironment environment) {
        Map<String, Object> properties = new LinkedHashMap<>();
        String protection = environment.getProperty("sealpost.mailbox.protection", "tls");
        // From the jar and from nowhere else: a writable folder of routes would be code execution.
        properties.put("camel.main.routes-include-pattern", "classpath:routes/*.camel.yaml");
        properties.put("camel.main.name", "sealpost");
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
        environment.getPropertySources().addLast(new MapPropertySource("routes", properties));
    }
}
