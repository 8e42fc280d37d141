package org.sealpost;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sealpost.envelope.ReceiptCertificate;
import org.sealpost.force.ForceRecord;
import org.sealpost.ledger.LedgerKey;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.ledger.LedgerVerifier;
import org.sealpost.ledger.ReceiptReader;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies an export, with the configured public keys or with those that somebody got elsewhere, never with both. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Verifies an export. Needs that file and public keys; no database and no network.")
final class LedgerVerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "an export")
    private Path file = Path.of(".");

    @Option(
            names = "--ledger-key",
            paramLabel = "VKEY",
            description = "the public key of the gateway's ledger; with it nothing is taken from the configuration")
    private @Nullable Path ledgerKey;

    @Option(
            names = "--receipt-certificate",
            paramLabel = "PEM",
            description = "goes with --ledger-key: the certificate of a force's receipts; may be given several times")
    private List<Path> receiptCertificates = new ArrayList<>();

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description = "a receipt that a force kept: its checkpoint must stand in the export")
    private List<Path> receipts = new ArrayList<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "a signed checkpoint that anybody kept: it must stand in the export")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(
            names = "--witness",
            paramLabel = "DIR",
            description = "the folder that a force keeps: every checkpoint it has seen and all its receipts must agree"
                    + " with the export; may be given several times")
    private List<Path> forces = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (ledgerKey == null && !receiptCertificates.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--receipt-certificate goes with --ledger-key");
        }
        Keys keys = ledgerKey == null ? configured() : given(ledgerKey);
        LedgerVerifier.Witnesses witnesses = witnesses();
        try (InputStream in = Files.newInputStream(GivenFile.readable(spec, file))) {
            LedgerVerifier.Verdict verdict = LedgerVerifier.verify(in, keys.ledger(), keys.receipts(), witnesses);
            System.out.printf(
                    Locale.ROOT,
                    "verified with %s: %d entries, %d releases, %d receipts; head %s%n",
                    keys.ledger(),
                    verdict.head().size(),
                    verdict.releases(),
                    verdict.receipts(),
                    verdict.head().root());
            return 0;
        } catch (LedgerRefusedException e) {
            spec.commandLine().getErr().println("sealpost: " + e.code() + ": " + e.getMessage());
            return 1;
        }
    }

    private static Keys configured() throws IOException {
        Settings settings = GatewayApplication.settings();
        return new Keys(Trust.ledgerKey(settings), Trust.receiptReader(settings));
    }

    private Keys given(Path key) throws IOException {
        List<ReceiptCertificate> certificates = new ArrayList<>();
        for (Path certificate : receiptCertificates) {
            certificates.add(ReceiptCertificate.load(GivenFile.readable(spec, certificate)));
        }
        // A receipt is checked by its certificate; which force that is makes no difference here.
        return new Keys(
                Trust.ledgerKey(GivenFile.readable(spec, key)),
                Trust.receiptReader(Map.of(new ForceId("given"), List.copyOf(certificates))));
    }

    private LedgerVerifier.Witnesses witnesses() throws IOException {
        List<Bytes> ders = new ArrayList<>();
        for (Path receipt : receipts) {
            ders.add(Bytes.of(Files.readAllBytes(GivenFile.readable(spec, receipt))));
        }
        List<String> notes = new ArrayList<>();
        for (Path checkpoint : checkpoints) {
            // What is not text cannot become a checkpoint by this; it is refused as none.
            notes.add(new String(Files.readAllBytes(GivenFile.readable(spec, checkpoint)), StandardCharsets.UTF_8));
        }
        for (Path force : forces) {
            ForceRecord record = ForceRecord.in(folder(force));
            notes.addAll(record.checkpoints());
            ders.addAll(record.receipts());
        }
        return new LedgerVerifier.Witnesses(ders, notes);
    }

    private Path folder(Path path) {
        if (!ForceRecord.isIn(path)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no folder of a force at " + path + ": it has received nothing");
        }
        return path;
    }

    /** What it is verified with. */
    private record Keys(LedgerKey ledger, ReceiptReader receipts) {}
}
