package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command a newcomer types. */
class DemoIT {
    @Test
    void showsThreeFormsFromArrivalToReceiptAndEnds(@TempDir Path folder) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SEALPOST_DATA", folder.resolve("data").toString());
        for (String port : new String[] {"WEB", "SFTP", "BROKER", "DEMO_SMTP", "DEMO_IMAP"}) {
            environment.put("SEALPOST_" + port + "_PORT", Integer.toString(GatewayProcess.freePort()));
        }
        Commands.Ended ended =
                Commands.run(environment, folder, "bin/demo", "--once").succeeded();
        assertThat(ended.out())
                .contains("Gareth Lindqvist", "Craig Featherstone", "Dale Winterburn")
                .contains("E-mail:", "SFTP:", "Web:")
                .contains("All three were delivered, receipted, and their senders told.")
                .contains("What the force holds lies in " + folder.resolve("data-force"))
                .doesNotContain("\u001b", " INFO ");
        assertThat(ended.err()).isEmpty();
    }
}
