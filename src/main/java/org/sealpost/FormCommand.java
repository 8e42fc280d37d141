package org.sealpost;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Definitions of known forms. */
@Command(
        name = "form",
        mixinStandardHelpOptions = true,
        description = "Proposes a definition of a form from a blank copy, and tries a definition on filled-in ones.",
        subcommands = {FormLearnCommand.class, FormCheckCommand.class})
final class FormCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say learn or check");
    }
}
