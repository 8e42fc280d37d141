package org.sealpost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sealpost.delivery.Certificate;
import org.sealpost.delivery.Certificates;
import org.sealpost.delivery.Consult;
import org.sealpost.store.Database;
import org.sealpost.submission.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** For whoever hands certificates to forces and to partners without an account. Reads the database; that somebody looked stands in the ledger. */
@Command(
        name = "certificates",
        mixinStandardHelpOptions = true,
        description =
                "Writes the reconciliation certificates of every partner and force into a folder, those not there yet.")
final class CertificatesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "made where it is missing")
    private Path out = Path.of(".");

    @Override
    public Integer call() throws IOException {
        Settings settings = GatewayApplication.settings();
        DataFolder data = DataFolder.of(settings);
        Files.createDirectories(out);
        ShellLook.note(settings, data, Consult.Listing.CERTIFICATES);
        List<Certificates.Signed> lacking = Database.lookInto(
                        data.database(settings.database()), reads -> lacking(reads.certificates()))
                .orElseThrow(() -> new RefusedToStartException(
                        "no-database", "there is no database of this version's gateway to look into"));
        for (Certificates.Signed signed : lacking) {
            WholeFile.write(
                    file(signed.of()), stream -> stream.write(signed.note().array()));
        }
        spec.commandLine().getOut().println(lacking.size() + " certificates written to " + out);
        return 0;
    }

    private List<Certificates.Signed> lacking(Certificates certificates) {
        return certificates.list(Optional.empty(), Integer.MAX_VALUE).stream()
                .filter(of -> !Files.exists(file(of)))
                .flatMap(of -> certificates.signed(of.number(), of.partner(), of.force()).stream()
                        .map((Bytes note) -> new Certificates.Signed(of, note)))
                .toList();
    }

    private Path file(Certificate of) {
        return out.resolve(of.partner() + "." + of.force() + "." + of.number() + ".eml");
    }
}
