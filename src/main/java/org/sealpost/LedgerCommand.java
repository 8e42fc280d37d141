package org.sealpost;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The ledger as a file, and its proof. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Exports the ledger as one file, and verifies such a file with public keys alone.",
        subcommands = {LedgerExportCommand.class, LedgerVerifyCommand.class, LedgerProofCommand.class})
final class LedgerCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say export, verify or proof");
    }
}
