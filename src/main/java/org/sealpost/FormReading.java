package org.sealpost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.reading.Cover;
import org.sealpost.reading.FormReader;
import org.sealpost.reading.Reading;
import org.sealpost.reading.WorkerFormReader;
import org.sealpost.reading.exhibit.Exhibit;
import org.sealpost.reading.meaning.FormInterpreter;
import org.sealpost.reading.meaning.form.KnownForms;
import org.sealpost.reading.meaning.vocabulary.Vocabulary;
import org.sealpost.reading.worker.WorkerLimits;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Marking;
import org.sealpost.submission.Original;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** Reads files for somebody at a terminal: nothing is sent or kept, and the submission they make up never was. */
final class FormReading implements AutoCloseable {
    /** Nobody else waits for the answer, and the machine may be a slow one. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WorkerFormReader reader;

    FormReading(Vocabulary vocabulary, KnownForms forms) {
        reader = new WorkerFormReader(
                WorkerLimits.DEFAULT.withWorkers(1).withTime(PATIENCE), new FormInterpreter(vocabulary, forms));
    }

    /** The words that the gateway knows. */
    static Vocabulary vocabulary() {
        return Vocabulary.load(
                Home.resolve(GatewayApplication.settings().reading().vocabulary()));
    }

    /** @throws NoFileException where there is nothing to read */
    Reading read(Path file) {
        return reader.read(cover(), List.of(original(file)), FormReader.Progress.NOBODY);
    }

    /** The same, with what it was read from. */
    Exhibit of(Path file) {
        return reader.exhibit(cover(), List.of(original(file)));
    }

    private static Original original(Path file) {
        try {
            return new Original(
                    String.valueOf(file.getFileName()), Optional.empty(), Bytes.of(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new NoFileException(file);
        }
    }

    private static Cover cover() {
        return new Cover(
                SubmissionId.random(),
                Reference.random(new SecureRandom()),
                new PartnerId("nobody"),
                Channel.WEB,
                Marking.OFFICIAL_SENSITIVE,
                Instant.now());
    }

    @Override
    public void close() {
        reader.close();
    }

    /** There is no file, or none that may be read. */
    static final class NoFileException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoFileException(Path file) {
            super("there is no file to read at " + file);
        }
    }
}
