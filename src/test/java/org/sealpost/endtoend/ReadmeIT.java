package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands do what it says, as they stand there but for the ports. */
class ReadmeIT {
    @Test
    void whatANewcomerCopiesSendsTwoForms(@TempDir Path folder) throws Exception {
        assumeTrue(Commands.present("sftp"), "openssh-client is not installed");
        List<String> commands = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.contains("docs/examples/") && line.matches("(bin/sealpost|curl|echo) .*"))
                .toList();
        assertThat(commands).hasSize(4);
        try (GatewayProcess gateway = new GatewayProcess(folder, Map.of()).start()) {
            for (String command : commands) {
                String here = command.replace(
                                "http://127.0.0.1:8080", gateway.web("").toString())
                        .replace("-P 2222", "-P " + gateway.sftpPort())
                        .replace("=accept-new", "=no -o UserKnownHostsFile=/dev/null");
                Commands.run(gateway.environment(), folder, "sh", "-c", here).succeeded();
            }
            ForceProcess force = new ForceProcess(gateway.environment(), folder.resolve("force"));
            force.receive(2, 60);
            assertThat(force.kept()).hasSize(2);
        }
    }
}
