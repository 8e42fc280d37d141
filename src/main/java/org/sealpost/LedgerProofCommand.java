package org.sealpost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.LedgerKey;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.ledger.Release;
import org.sealpost.ledger.ReleaseProof;
import org.sealpost.ledger.WitnessKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies the proof that a sender keeps, with the ledger's public key alone. */
@Command(
        name = "proof",
        mixinStandardHelpOptions = true,
        description = "Verifies a proof that a sender kept. Needs that file and the ledger's public key.")
final class LedgerProofCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a proof, from the page of a reference")
    private Path file = Path.of(".");

    @Option(
            names = "--ledger-key",
            paramLabel = "VKEY",
            description = "the public key of the gateway's ledger; without it the configured one is taken")
    private @Nullable Path ledgerKey;

    @Option(
            names = "--witness-key",
            paramLabel = "VKEY",
            description = "the public key of a force that must have cosigned what the proof leads to")
    private @Nullable Path witnessKey;

    @Override
    public Integer call() throws IOException {
        LedgerKey key = ledgerKey == null
                ? Trust.ledgerKey(GatewayApplication.settings())
                : Trust.ledgerKey(GivenFile.readable(spec, ledgerKey));
        try {
            ReleaseProof proof = ReleaseProof.parse(
                    new String(Files.readAllBytes(GivenFile.readable(spec, file)), StandardCharsets.UTF_8));
            Entry entry = proof.verify(key);
            Release release = Release.of(entry);
            System.out.printf(
                    Locale.ROOT,
                    "verified with %s: entry %d, of %s: submission %s was released to %s as number %d, its envelope has the SHA-256 %s%n",
                    key,
                    proof.index(),
                    entry.at(),
                    release.id(),
                    release.force(),
                    release.sequence(),
                    release.envelope());
            if (witnessKey != null) {
                WitnessKey witness = Trust.witnessKey(GivenFile.readable(spec, witnessKey));
                System.out.println(
                        "cosigned by " + witness + " at " + proof.checkpoint().cosignedAt(witness));
            }
            return 0;
        } catch (LedgerRefusedException e) {
            spec.commandLine().getErr().println("sealpost: " + e.code() + ": " + e.getMessage());
            return 1;
        }
    }
}
