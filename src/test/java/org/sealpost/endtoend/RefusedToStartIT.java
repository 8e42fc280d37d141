package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published with the source serves on loopback only, wherever it was copied to. */
class RefusedToStartIT {
    private @TempDir Path folder;

    @Test
    void inProduction() {
        refused(Map.of("SPRING_PROFILES_ACTIVE", "production"), "examples-in-production");
    }

    @Test
    void inProductionAllThatIsWrongIsToldAtOnce() {
        Commands.Ended ended = refused(
                Map.of("SPRING_PROFILES_ACTIVE", "production", "SEALPOST_WEB_HOST", "0.0.0.0"),
                "examples-in-production");
        assertThat(ended.err().lines())
                .allMatch(line -> line.startsWith("sealpost: "))
                .anyMatch(line -> line.startsWith("sealpost: default-password: "))
                .anyMatch(line -> line.startsWith("sealpost: plain-listener: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEALPOST_WEB_HOST", "SEALPOST_SFTP_HOST"})
    void beyondLoopback(String listens) {
        refused(Map.of(listens, "0.0.0.0"), "examples-beyond-loopback");
    }

    @Test
    void towardsABrokerElsewhere() {
        refused(
                Map.of("SEALPOST_BROKER_EMBEDDED", "false", "SEALPOST_BROKER_URL", "tcp://192.0.2.1:61616"),
                "examples-beyond-loopback");
    }

    @Test
    void towardsAPairOfBrokersOfWhichOneIsElsewhere() {
        refused(
                Map.of(
                        "SEALPOST_BROKER_EMBEDDED",
                        "false",
                        "SEALPOST_BROKER_URL",
                        "(tcp://127.0.0.1:61616,tcp://192.0.2.1:61616)?ha=true"),
                "examples-beyond-loopback");
    }

    @Test
    void withAnExampleKeyThatWasCopiedElsewhere() throws Exception {
        Path copy = Files.copy(Path.of("certs-example/gateway/ssh_host_ed25519_key"), folder.resolve("our-own-key"));
        Commands.Ended ended = refused(
                Map.of("SEALPOST_KEYS_SSHHOSTKEY", copy.toString(), "SPRING_PROFILES_ACTIVE", "production"),
                "examples-in-production");
        assertThat(ended.err()).contains("our-own-key");
    }

    private Commands.Ended refused(Map<String, String> environment, String code) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("SEALPOST_DATA", folder.resolve("data").toString());
        Commands.Ended ended = Commands.sealpost(all, folder, "gateway");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("sealpost: " + code + ": ");
        assertThat(folder.resolve("data")).doesNotExist();
        return ended;
    }
}
