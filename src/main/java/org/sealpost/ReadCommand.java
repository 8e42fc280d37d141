package org.sealpost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sealpost.reading.Cover;
import org.sealpost.reading.FormReader;
import org.sealpost.reading.Reading;
import org.sealpost.reading.WorkerFormReader;
import org.sealpost.reading.exhibit.Exhibit;
import org.sealpost.reading.exhibit.ExhibitPage;
import org.sealpost.reading.meaning.FormInterpreter;
import org.sealpost.reading.worker.WorkerLimits;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Marking;
import org.sealpost.submission.Original;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;
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
        try (WorkerFormReader reader =
                new WorkerFormReader(WorkerLimits.DEFAULT.withWorkers(1), new FormInterpreter())) {
            for (Path file : files) {
                status = Math.max(status, read(reader, file));
            }
        }
        return status;
    }

    private int read(WorkerFormReader reader, Path file) {
        try {
            Original original = new Original(
                    String.valueOf(file.getFileName()), Optional.empty(), Bytes.of(Files.readAllBytes(file)));
            Reading reading = html ? show(reader, original) : print(reader, original);
            if (reading.unread() == 0) {
                return 0;
            }
            System.err.println("sealpost: " + reading.unread() + " of the " + reading.documents() + " parts of " + file
                    + " could not be read; meta.documents says why");
            return 1;
        } catch (IOException e) {
            System.err.println("sealpost: there is no file to read at " + file);
            return 2;
        }
    }

    private static Reading print(WorkerFormReader reader, Original original) throws IOException {
        Reading reading = reader.read(cover(), List.of(original), FormReader.Progress.NOBODY);
        System.out.write(reading.json().array());
        System.out.println();
        return reading;
    }

    private static Reading show(WorkerFormReader reader, Original original) throws IOException {
        Exhibit exhibit = reader.exhibit(cover(), List.of(original));
        System.out.write(new ExhibitPage().of(exhibit).getBytes(StandardCharsets.UTF_8));
        System.out.println();
        return exhibit.reading();
    }

    /** A submission that never was. */
    private static Cover cover() {
        return new Cover(
                SubmissionId.random(),
                Reference.random(new SecureRandom()),
                new PartnerId("nobody"),
                Channel.WEB,
                Marking.OFFICIAL_SENSITIVE,
                Instant.now());
    }
}
