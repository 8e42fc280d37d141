package org.sealpost;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sealpost.reading.Reading;
import org.sealpost.reading.exhibit.Exhibit;
import org.sealpost.reading.exhibit.ExhibitPage;
import org.sealpost.reading.meaning.form.KnownForms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what would be understood of a file; nothing is sent or kept. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description =
                "Prints what would be understood of each file, one JSON document a file, or a page to look at. Nothing is sent or kept: the id and"
                        + " the reference in it are made up and stand nowhere else. Exits with 1 where a part was not read.")
final class ReadCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "forms to read")
    private List<Path> files = List.of();

    @Option(
            names = "--html",
            description = "print a page to look at instead: each document with every value's place marked on it")
    private boolean html;

    @Override
    public Integer call() {
        int status = 0;
        KnownForms forms = KnownForms.load(
                Home.resolve(GatewayApplication.settings().reading().forms()));
        try (FormReading reading = new FormReading(FormReading.vocabulary(), forms)) {
            for (Path file : files) {
                status = Math.max(status, read(reading, file));
            }
        }
        return status;
    }

    private int read(FormReading reader, Path file) {
        try {
            Reading reading = html ? show(reader.of(file)) : print(reader.read(file));
            if (reading.unread() == 0) {
                return 0;
            }
            System.err.println("sealpost: " + reading.unread() + " of the " + reading.documents() + " parts of " + file
                    + " could not be read; meta.documents says why");
            return 1;
        } catch (FormReading.NoFileException e) {
            System.err.println("sealpost: " + e.getMessage());
            return 2;
        }
    }

    private static Reading print(Reading reading) {
        System.out.writeBytes(reading.json().array());
        System.out.println();
        return reading;
    }

    private static Reading show(Exhibit exhibit) {
        System.out.writeBytes(new ExhibitPage().of(exhibit).getBytes(StandardCharsets.UTF_8));
        System.out.println();
        return exhibit.reading();
    }
}
