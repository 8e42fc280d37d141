package org.sealpost;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.sealpost.channel.broker.ReceiptRoutes;
import org.sealpost.channel.sftp.poll.SftpPolling;
import org.sealpost.submission.ForceId;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;

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
@Import({
    DeliveryWiring.class,
    MailWiring.class,
    SftpWiring.class,
    BrokerWiring.class,
    WebWiring.class,
    OverdueWiring.class,
    CertificateWiring.class,
    MalwareWiring.class
})
public class GatewayApplication {
    /**
     * Starts it; returns when it is ready.
     *
     * @param overrides properties that stand above the configuration and the environment
     * @throws RuntimeException where it will not start; the deepest cause says why in a sentence
     */
    public static Gateway start(Map<String, Object> overrides) {
        ConfigurableApplicationContext gateway = builder()
                .sources(GatewayApplication.class)
                .initializers(GatewayApplication::claim)
                .run(arguments(overrides));
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
        try (ConfigurableApplicationContext context = builder()
                .sources(SettingsOnly.class)
                .web(WebApplicationType.NONE)
                .run(arguments(Map.of()))) {
            return context.getBean(Settings.class);
        }
    }

    /** Before anything else is made or opened: what is unfit refused, the data folder taken, the ports found free. */
    private static void claim(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Settings settings =
                Binder.get(environment).bind("sealpost", Settings.class).get();
        refuseUnfit(settings, environment);
        DataFolder data = DataFolder.of(settings).made();
        DataFolderLock lock = DataFolderLock.of(data);
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("dataFolder", data);
        // What is registered first is closed last.
        beans.registerDisposableBean("dataFolderLock", lock::close);
        ListeningPorts.require(settings);
    }

    private static void refuseUnfit(Settings settings, ConfigurableEnvironment environment) {
        try {
            if (List.of(environment.getActiveProfiles()).contains(ProductionProfile.NAME)) {
                new ProductionProfile(settings, environment, Clock.systemUTC()).refuse();
            } else {
                new ExamplesInUse(settings).refuse();
            }
        } catch (IOException e) {
            throw new RefusedToStartException("key-unreadable", "a configured key cannot be read: " + e.getMessage());
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

    private static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder()
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(context -> RouteProperties.addTo(context.getEnvironment()));
    }

    /** The configuration's place and the overrides, in the form that stands above everything else. */
    private static String[] arguments(Map<String, Object> overrides) {
        Map<String, Object> all = new LinkedHashMap<>(overrides);
        if (System.getenv("SPRING_CONFIG_LOCATION") == null) {
            all.putIfAbsent(
                    "spring.config.location",
                    "file:" + Home.folder().resolve("config").resolve("application.yaml"));
        }
        return all.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    /** No rooms. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class SettingsOnly {}
}
