package org.sealpost;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sealpost.store.Database;
import org.sealpost.store.DatabaseSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the embedded database to a file, while the gateway runs or not. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Writes the embedded database to FILE, which appears when it is complete and checked; the gateway goes on"
                        + " meanwhile. Keys and configuration are files of yours; docs/operations.md says how to restore.")
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "made anew, readable by its owner only")
    private Path file = Path.of(".");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = GatewayApplication.settings();
        DataFolder data = DataFolder.of(settings);
        if (!(data.database(settings.database()) instanceof DatabaseSettings.Sqlite embedded)) {
            throw new RefusedToStartException(
                    "not-embedded",
                    "the database is a PostgreSQL server, which is backed up with its own tools (docs/operations.md)");
        }
        long entries;
        try {
            entries = Database.backup(embedded, file)
                    .orElseThrow(() -> new RefusedToStartException(
                            "no-database",
                            "there is no database in the data folder " + data.folder()
                                    + " (sealpost.data, SEALPOST_DATA)"));
        } catch (IllegalArgumentException e) {
            throw new RefusedToStartException(
                    "not-there", file + " is the database itself, or beside it under its name");
        } catch (UncheckedIOException e) {
            throw new RefusedToStartException("not-written", "nothing can be written to " + file);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("backup of the ledger's first " + entries + " entries and all that belongs to them: " + file);
        out.flush();
        return 0;
    }
}
