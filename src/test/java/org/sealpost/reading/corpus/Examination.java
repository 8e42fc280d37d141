package org.sealpost.reading.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sealpost.reading.FormReader;
import org.sealpost.reading.Reading;
import org.sealpost.reading.WorkerFormReader;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.meaning.FormInterpreter;
import org.sealpost.reading.meaning.Grounds;
import org.sealpost.reading.meaning.Interpreters;
import org.sealpost.reading.meaning.Pages;
import org.sealpost.reading.meaning.ReadingSchema;
import org.sealpost.reading.meaning.Score;
import org.sealpost.reading.worker.WorkerLimits;
import org.sealpost.submission.Sha256;

/**
 * Has the forms read as the gateway reads them, with real workers, and holds what comes back against the truth. Time is
 * not what is examined: a busy machine gets as much as it needs.
 */
final class Examination implements AutoCloseable {
    private final Map<Sha256, List<Document>> seen = new ConcurrentHashMap<>();
    private final WorkerFormReader reader;
    private final ExecutorService hands = Executors.newFixedThreadPool(2);

    Examination() {
        FormInterpreter interpreter = Interpreters.standard();
        reader = new WorkerFormReader(
                WorkerLimits.DEFAULT.withTime(Duration.ofMinutes(5)), (cover, documents, substance) -> {
                    Reading reading = interpreter.interpret(cover, documents, substance);
                    seen.put(reading.json().sha256(), documents);
                    return reading;
                });
    }

    List<Result> of(List<Case> cases) throws InterruptedException {
        List<Callable<Result>> tasks = new ArrayList<>();
        cases.forEach(c -> tasks.add(() -> of(c)));
        List<Result> results = new ArrayList<>();
        for (Future<Result> result : hands.invokeAll(tasks)) {
            try {
                results.add(result.get());
            } catch (ExecutionException e) {
                throw new AssertionError("a form was not examined", e.getCause());
            }
        }
        return results;
    }

    Result of(Case form) {
        Form filled = form.form();
        Reading read = reader.read(Pages.cover(), List.of(form.original(filled)), FormReader.Progress.NOBODY);
        JsonNode reading = ReadingSchema.valid(read.json().array());
        List<Document> documents =
                Objects.requireNonNull(seen.remove(read.json().sha256()));
        List<String> faults = new ArrayList<>(Grounds.missing(reading, documents));
        List<String> dispositions = reading.at("/meta/documents").findValuesAsText("disposition");
        if (dispositions.size() != form.format().parts()
                || !dispositions.stream().allMatch("read"::equals)) {
            faults.add("parts " + dispositions);
        }
        Score score = Score.of(reading, filled.truth());
        return new Result(form, score, Score.strangers(reading, filled.truth(), "suspect"), faults);
    }

    @Override
    public void close() {
        hands.shutdownNow();
        reader.close();
    }
}
