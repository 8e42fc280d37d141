package org.sealpost;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** The example configuration, with other values in some places. */
record Configured(Settings settings, Environment environment) {
    static Configured with(Map<String, String> more) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("own", new HashMap<>(more)));
        new YamlPropertySourceLoader()
                .load("usual", new FileSystemResource("config/application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        ConfigurationPropertySources.attach(environment);
        return new Configured(
                Binder.get(environment).bind("sealpost", Settings.class).get(), environment);
    }
}
