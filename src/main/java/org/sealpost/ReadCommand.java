package org.sealpost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sealpost.reading.Cover;
import org.sealpost.reading.FormReader;
import org.sealpost.reading.WorkerFormReader;
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
import picocli.CommandLine.Parameters;

/** Shows what would be understood of a file; nothing is sent or kept. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description =
                "Prints what would be understood of each file, one JSON document a file. Nothing is sent or kept.")
final class ReadCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "forms to read")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        boolean all = true;
        try (WorkerFormReader reader =
                new WorkerFormReader(WorkerLimits.DEFAULT.withWorkers(1), new FormInterpreter())) {
            for (Path file : files) {
                all &= read(reader, file);
            }
        }
        return all ? 0 : 2;
    }

    private static boolean read(WorkerFormReader reader, Path file) {
        try {
            Original original = new Original(
                    String.valueOf(file.getFileName()), Optional.empty(), Bytes.of(Files.readAllBytes(file)));
            byte[] json = reader.read(cover(), List.of(original), FormReader.Progress.NOBODY)
                    .json()
                    .array();
            System.out.write(json);
            System.out.println();
            return true;
        } catch (IOException e) {
            System.err.println("sealpost: there is no file to read at " + file);
            return false;
        }
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
