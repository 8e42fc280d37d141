package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the way of a start is told in one sentence, with status 2, and keeps nobody waiting. */
class InTheWayIT {
    private @TempDir Path folder;

    @Test
    void aSecondGatewayOnTheSameDataIsRefusedUntilTheFirstIsGoneHoweverItWent() {
        try (GatewayProcess first = new GatewayProcess(folder, Map.of()).start()) {
            Map<String, String> second = freePorts();
            second.put("SEALPOST_DATA", first.data().toString());
            refused(second, "already-running", first.data().toString());
            assertThat(first.healthy()).isTrue();

            first.kill();
            first.start();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEB", "SFTP", "BROKER"})
    void aTakenPortIsNamedWithItsSetting(String server) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = freePorts();
            environment.put("SEALPOST_" + server + "_PORT", Integer.toString(other.getLocalPort()));
            String setting = "sealpost." + server.toLowerCase(java.util.Locale.ROOT) + ".port";
            refused(environment, "port-not-free", setting, "127.0.0.1:" + other.getLocalPort());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SEALPOST_WEB_PORT, abc, sealpost.web.port",
        "SEALPOST_WEB_PORT, 99999, sealpost.web.port",
        "SEALPOST_DATABASE_URL, ab, sealpost.database.url"
    })
    void aValueThatCannotBeUsedIsNamedByItsSetting(String variable, String value, String setting) {
        Map<String, String> environment = freePorts();
        environment.put(variable, value);
        refused(environment, setting);
    }

    @Test
    void aDataFolderThatIsNoneIsNamedWithItsSetting() throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        Map<String, String> environment = freePorts();
        environment.put("SEALPOST_DATA", file.toString());
        refused(environment, file.toString(), "SEALPOST_DATA");
        environment.put("SEALPOST_DATA", file.resolve("below").toString());
        refused(environment, file.toString(), "SEALPOST_DATA");
    }

    @Test
    void theConfigurationsOwnDataFolderCountsFromTheProjectsFolder() throws Exception {
        Path configuration = Files.writeString(
                folder.resolve("own.yaml"),
                Files.readString(Path.of("config/application.yaml"))
                        .replace("data: var", "data: " + folder.resolve("a-file")));
        Files.writeString(folder.resolve("a-file"), "");
        Map<String, String> environment = freePorts();
        environment.put("SEALPOST_DATA", "");
        environment.put("SPRING_CONFIG_LOCATION", "file:" + configuration);
        refused(environment, folder.resolve("a-file").toString());
    }

    @Test
    void aPasswordThatDoesNotComeIsAskedFor() {
        Commands.Ended ended = Commands.sealpost(Map.of(), folder, "password");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().strip().lines()).singleElement().asString().contains("standard input");
    }

    private Map<String, String> freePorts() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SEALPOST_DATA", folder.resolve("another").toString());
        for (String server : new String[] {"WEB", "SFTP", "BROKER"}) {
            environment.put("SEALPOST_" + server + "_PORT", Integer.toString(GatewayProcess.freePort()));
        }
        return environment;
    }

    private void refused(Map<String, String> environment, String... words) {
        Commands.Ended ended = Commands.sealpost(environment, folder, "gateway");
        assertThat(ended.status()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err().strip().lines()).hasSize(1);
        assertThat(ended.err()).startsWith("sealpost: ").contains(words);
    }
}
