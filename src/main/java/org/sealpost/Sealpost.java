package org.sealpost;

import org.sealpost.force.OpenCommand;
import org.sealpost.force.ReceiveCommand;
import org.sealpost.transport.TlsProfile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. Exit status: 0 done, 1 the answer is no, 2 there is no answer: wrong use, or something is in the way. */
@Command(
        name = "sealpost",
        mixinStandardHelpOptions = true,
        description =
                "Forms from the people who protect children to the police: sealed, fast, with proof that they arrived.",
        subcommands = {
            GatewayCommand.class,
            ReadCommand.class,
            FormCommand.class,
            ReceiveCommand.class,
            OpenCommand.class,
            LedgerCommand.class,
            UndeliveredCommand.class,
            HeldCommand.class,
            CertificatesCommand.class,
            BackupCommand.class,
            PasswordCommand.class,
            PostQuantumKeyCommand.class
        })
public final class Sealpost implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Sealpost() {}

    public static void main(String[] args) {
        TlsProfile.enforce();
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Sealpost())
                .setExecutionExceptionHandler((fault, command, result) -> {
                    OneSentence.each(fault).forEach(why -> command.getErr().println("sealpost: " + why));
                    return 2;
                })
                .setParameterExceptionHandler((wrong, arguments) -> {
                    CommandLine command = wrong.getCommandLine();
                    command.getErr().println("sealpost: " + wrong.getMessage() + " (try --help)");
                    return 2;
                });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which command you want");
    }
}
