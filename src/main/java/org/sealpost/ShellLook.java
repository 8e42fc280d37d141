package org.sealpost;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sealpost.delivery.Consult;
import org.sealpost.delivery.ConsultInLedger;
import org.sealpost.delivery.Onlooker;
import org.sealpost.store.Database;

/** What somebody with a shell looks at: in the ledger first, under the name that this machine knows him by, then on the terminal. */
final class ShellLook {
    private ShellLook() {}

    /**
     * @throws RefusedToStartException where there is no database of this version's gateway
     * @throws IOException where the ledger's key cannot be read; then nothing is shown
     */
    static void note(Settings settings, DataFolder data, Consult.Listing listing) throws IOException {
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        Trust trust = new Trust(settings, clock);
        Onlooker who = new Onlooker(name(), Onlooker.Capacity.SHELL, Optional.empty(), Onlooker.Way.COMMAND);
        boolean noted = Database.writeInto(data.database(settings.database()), custody -> {
                    new ConsultInLedger(custody, trust.ledger(), clock).many(who, listing);
                    return true;
                })
                .orElse(false);
        if (!noted) {
            throw new RefusedToStartException(
                    "no-database", "there is no database of this version's gateway to look into");
        }
    }

    /** Whoever became another by sudo is still himself. */
    private static String name() {
        String before = System.getenv("SUDO_USER");
        return before == null || before.isEmpty() ? System.getProperty("user.name", "unknown") : before;
    }
}
