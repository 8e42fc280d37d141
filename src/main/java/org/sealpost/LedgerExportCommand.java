package org.sealpost;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sealpost.ledger.LedgerExport;
import org.sealpost.ledger.LedgerHistory;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the whole ledger to a file, while the gateway runs or not. Makes no database and changes none. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the whole ledger to FILE, which appears when it is complete.")
final class LedgerExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "made anew, readable by its owner only")
    private Path file = Path.of(".");

    @Override
    public Integer call() throws IOException {
        Settings settings = GatewayApplication.settings();
        String origin = Trust.ledgerKey(settings).origin();
        DataFolder data = DataFolder.of(settings);
        try {
            return Database.historyOf(data.database(settings.database()), history -> written(origin, history))
                    .orElseThrow(() -> noLedger(data, settings));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private int written(String origin, LedgerHistory history) {
        if (history.newestCheckpoint().isEmpty()) {
            throw new RefusedToStartException("ledger-empty", "the ledger is empty, because nothing has come in yet");
        }
        try {
            WholeFile.write(file, out -> export(origin, history, out));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void export(String origin, LedgerHistory history, OutputStream out) throws IOException {
        try {
            LedgerExport.write(origin, history, out);
        } catch (LedgerRefusedException e) {
            throw new RefusedToStartException(e.code(), "the ledger would not verify: " + e.getMessage());
        }
    }

    private static RefusedToStartException noLedger(DataFolder data, Settings settings) {
        String where = settings.database().url().isBlank()
                ? "the data folder " + data.folder() + " (sealpost.data, SEALPOST_DATA)"
                : "the configured database (sealpost.database.url)";
        return new RefusedToStartException("no-ledger", "there is no ledger in " + where);
    }
}
