package org.sealpost;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sealpost.ledger.LedgerExport;
import org.sealpost.ledger.LedgerKey;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.ledger.LedgerVerifier;
import org.sealpost.store.Database;
import org.sealpost.submission.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The ledger as a file, and its proof. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Exports the ledger as one file, and verifies such a file with public keys alone.")
final class LedgerCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say export or verify");
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "Writes the whole ledger to FILE.")
    int export(@Parameters(paramLabel = "FILE", description = "made anew") Path file) throws IOException {
        Settings settings = GatewayApplication.settings();
        LedgerKey key = Trust.ledgerKey(settings);
        try (Database database =
                        Database.open(new DataFolder(Home.resolve(settings.data())).database(settings.database()));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            database.history(history -> {
                try {
                    LedgerExport.write(key.origin(), history, out);
                    return true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (LedgerRefusedException e) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
            });
        }
        return 0;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Verifies an export. Needs that file and public keys; no database and no network.")
    int verify(
            @Parameters(paramLabel = "FILE", description = "an export") Path file,
            @Option(
                            names = "--receipt",
                            paramLabel = "FILE",
                            description = "a receipt that a force kept: its checkpoint must stand in the export")
                    List<Path> receipts,
            @Option(
                            names = "--checkpoint",
                            paramLabel = "FILE",
                            description = "a signed checkpoint that anybody kept: it must stand in the export")
                    List<Path> checkpoints)
            throws IOException {
        Settings settings = GatewayApplication.settings();
        try (InputStream in = Files.newInputStream(file)) {
            LedgerVerifier.Verdict verdict = LedgerVerifier.verify(
                    in, Trust.ledgerKey(settings), Trust.receiptReader(settings), witnesses(receipts, checkpoints));
            System.out.printf(
                    Locale.ROOT,
                    "verified: %d entries, %d releases, %d receipts; head %s%n",
                    verdict.head().size(),
                    verdict.releases(),
                    verdict.receipts(),
                    verdict.head().root());
            return 0;
        } catch (NoSuchFileException e) {
            System.err.println("sealpost: there is no file to read at " + e.getFile());
            return 2;
        } catch (LedgerRefusedException e) {
            System.err.println("sealpost: " + e.code() + ": " + e.getMessage());
            return 1;
        }
    }

    private static LedgerVerifier.Witnesses witnesses(List<Path> receipts, List<Path> checkpoints) throws IOException {
        List<Bytes> ders = new ArrayList<>();
        for (Path receipt : receipts == null ? List.<Path>of() : receipts) {
            ders.add(Bytes.of(Files.readAllBytes(receipt)));
        }
        List<String> notes = new ArrayList<>();
        for (Path checkpoint : checkpoints == null ? List.<Path>of() : checkpoints) {
            notes.add(Files.readString(checkpoint));
        }
        return new LedgerVerifier.Witnesses(ders, notes);
    }
}
