package org.sealpost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** The end of every configured certificate is watched. */
class CertificateWiringTest {
    private static final String FORCE = "example-constabulary";

    @Test
    void everyCertificateThatIsSealedToOrSignedByIsWatched() throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "own",
                        Map.of(
                                "sealpost.forces." + FORCE + ".source-certificate", "source.pem",
                                "sealpost.forces." + FORCE + ".source-post-quantum-certificate", "source-pq.pem")));
        new YamlPropertySourceLoader()
                .load("usual", new FileSystemResource("config/application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        ConfigurationPropertySources.attach(environment);
        Settings settings =
                Binder.get(environment).bind("sealpost", Settings.class).get();
        assertThat(CertificateWiring.watched(settings, environment))
                .containsOnlyKeys(
                        "signing by the gateway",
                        "post-quantum signing by the gateway",
                        "sealing to " + FORCE,
                        "post-quantum sealing to " + FORCE,
                        "sealing the source to " + FORCE,
                        "post-quantum sealing of the source to " + FORCE,
                        "receipts of " + FORCE);
    }
}
