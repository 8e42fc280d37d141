package org.sealpost.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What holds for each route that stands in routes/. */
class RoutesTest {
    static List<Path> routes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            List<Path> routes = files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .toList();
            assertThat(routes).isNotEmpty();
            return routes;
        }
    }

    /** Camel's would log the words of a fault. */
    @ParameterizedTest
    @MethodSource("routes")
    void noneUsesCamelsErrorHandler(Path file) throws IOException {
        List<Map<String, Map<String, Object>>> written = new Yaml().load(Files.readString(file));
        for (Map<String, Map<String, Object>> one : written) {
            Object route =
                    one.containsKey("routeTemplate") ? one.get("routeTemplate").get("route") : one.get("route");
            assertThat(route).isInstanceOfSatisfying(Map.class, r -> assertThat(r.get("errorHandler"))
                    .isEqualTo(Map.of("noErrorHandler", Map.of())));
        }
    }
}
