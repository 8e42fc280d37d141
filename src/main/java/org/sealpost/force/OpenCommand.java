package org.sealpost.force;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sealpost.envelope.EnvelopeRefusedException;
import org.sealpost.envelope.Opened;
import org.sealpost.submission.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sealpost open}: one envelope from a file, offline. Makes no receipt, because nobody would get it. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Opens and checks one envelope from a file, and writes the submission into a folder below DIR."
                + " Needs no network and sends no receipt.")
public final class OpenCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ForceOptions options = new ForceOptions();

    @Parameters(paramLabel = "FILE", description = "The envelope, like envelope.p7m.")
    private Path file = Path.of(".");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where submissions are kept.")
    private Path out = Path.of(".");

    @Option(
            names = "--source",
            description = "FILE is the source.p7m of a submission; the keys are those of whoever may know the source.")
    private boolean source;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Reporting reporting = new Reporting(
                command.commandLine().getOut(), command.commandLine().getErr());
        if (!Files.isRegularFile(file)) {
            reporting.warn("There is no file " + file + ".");
            return 2;
        }
        Bytes envelope;
        try {
            envelope = Bytes.of(Files.readAllBytes(file));
        } catch (IOException e) {
            reporting.warn("The file " + file + " cannot be read.");
            return 2;
        }
        try {
            Opened opened = (source ? options.openerOfSources() : options.opener()).open(envelope);
            SubmissionFolder folder = SubmissionFolder.open(out);
            Path place;
            try (FolderLock lock = FolderLock.of(out)) {
                place = folder.keepWithoutReceipt(new Submission(opened, envelope));
            }
            command.commandLine()
                    .getOut()
                    .println(opened.context().reference() + "  "
                            + opened.context().sealedAt() + "  " + place);
            command.commandLine().getOut().flush();
            return 0;
        } catch (EnvelopeRefusedException e) {
            reporting.warn("The envelope is refused (" + e.code() + "): " + e.getMessage());
            return 1;
        } catch (ForceOptions.UnusableException e) {
            reporting.warn("This cannot be used: " + e.getMessage() + ".");
            return 2;
        } catch (IOException e) {
            reporting.warn("The folder " + out + " cannot be written to.");
            return 2;
        }
    }
}
