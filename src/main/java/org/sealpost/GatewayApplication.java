package org.sealpost;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.sealpost.channel.broker.ReceiptRoutes;
import org.sealpost.channel.sftp.poll.SftpPolling;
import org.sealpost.submission.ForceId;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** The gateway as one Spring application: {@link Settings} in, the rooms wired, the routes running. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            ArtemisAutoConfiguration.class,
            JmsAutoConfiguration.class,
            MailSenderAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@EnableConfigurationProperties(Settings.class)
@Import({DeliveryWiring.class, MailWiring.class, SftpWiring.class, BrokerWiring.class, WebWiring.class})
public class GatewayApplication {
    /**
     * Starts it; returns when it is ready.
     *
     * @param overrides properties that stand above the configuration and the environment
     * @throws RuntimeException where it will not start; the deepest cause says why in a sentence
     */
    public static Gateway start(Map<String, Object> overrides) {
        ConfigurableApplicationContext gateway =
                builder(overrides).sources(GatewayApplication.class).run();
        try {
            addTemplatedRoutes(gateway);
            return new Gateway(gateway);
        } catch (RuntimeException e) {
            gateway.close();
            throw e;
        }
    }

    /** The configuration alone, for commands that need no gateway. */
    static Settings settings() {
        try (ConfigurableApplicationContext context = builder(Map.of())
                .sources(SettingsOnly.class)
                .web(WebApplicationType.NONE)
                .run()) {
            return context.getBean(Settings.class);
        }
    }

    /** One route a force and one a polled server; here, because the frame would only log it where this failed. */
    private static void addTemplatedRoutes(ConfigurableApplicationContext gateway) {
        CamelContext camel = gateway.getBean(CamelContext.class);
        Settings settings = gateway.getBean(Settings.class);
        ReceiptRoutes.add(
                camel, settings.forces().keySet().stream().map(ForceId::new).collect(Collectors.toSet()));
        gateway.getBean(SftpPolling.class).addRoutes(camel);
    }

    private static SpringApplicationBuilder builder(Map<String, Object> overrides) {
        Map<String, Object> properties = new HashMap<>(overrides);
        properties.put(
                "spring.config.location",
                "file:" + Home.folder().resolve("config").resolve("application.yaml"));
        return new SpringApplicationBuilder()
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(context -> RouteProperties.addTo(context.getEnvironment()))
                .listeners(
                        (ApplicationListener<ApplicationEnvironmentPreparedEvent>) prepared -> prepared.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("overrides", properties)));
    }

    /** No rooms. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class SettingsOnly {}
}
