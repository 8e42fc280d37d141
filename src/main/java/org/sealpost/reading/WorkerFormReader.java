package org.sealpost.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.PagePicture;
import org.sealpost.reading.exhibit.Exhibit;
import org.sealpost.reading.jail.Jail;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.reading.worker.WorkerLimits;
import org.sealpost.reading.worker.WorkerPool;
import org.sealpost.submission.Original;
import org.sealpost.submission.Sha256;

/**
 * Reads in worker processes, and has what they found interpreted here: the interpreter sees bounded, checked records only.
 */
public final class WorkerFormReader implements FormReader, AutoCloseable {
    /** Interpreting takes milliseconds; more than one, so that a few that hang do not cost all others theirs. */
    private static final int TURNS_A_WORKER = 4;

    private final WorkerPool workers;
    private final Interpreter interpreter;

    /** With the text recognition and the jail that are found along the path, if there are any. */
    public WorkerFormReader(WorkerLimits limits, Interpreter interpreter) {
        this(limits, TextRecognition.find("", System.getenv()), Jail.find(System.getenv()), interpreter);
    }

    /**
     * Starts the workers at once; they become ready in the background.
     *
     * @param limits their time for a document is the interpreter's for a submission, too
     * @param recognition by which pictures are read, within the time for a document, or {@link TextRecognition#NONE}
     * @param jail what workers and recognition are shut in by
     * @param interpreter may fail, overflow or hang: its submission is then delivered with the bare reading
     */
    public WorkerFormReader(WorkerLimits limits, TextRecognition recognition, Jail jail, Interpreter interpreter) {
        this.workers = new WorkerPool(limits, recognition.within(limits.perDocument()), jail);
        this.interpreter = new GuardedInterpreter(interpreter, limits.perDocument(), TURNS_A_WORKER * limits.workers());
    }

    @Override
    public Reading read(Cover cover, List<Original> originals, Progress progress) {
        return exhibit(cover, originals, progress, workers::read).reading();
    }

    /** The same, together with what it was read from and how its pages look. */
    public Exhibit exhibit(Cover cover, List<Original> originals) {
        return exhibit(cover, originals, Progress.NOBODY, workers::draw);
    }

    private Exhibit exhibit(
            Cover cover, List<Original> originals, Progress progress, Function<Original, WorkerPool.Found> worker) {
        List<Document> firsts = new ArrayList<>();
        List<Document> inners = new ArrayList<>();
        List<Sha256> substance = new ArrayList<>();
        Map<Integer, List<PagePicture>> pages = new HashMap<>();
        for (int index = 0; index < originals.size(); index++) {
            progress.reading(index + 1, originals.size());
            WorkerPool.Found found = worker.apply(originals.get(index));
            firsts.add(found.parts().get(0));
            int shift = originals.size() + inners.size() - 1;
            for (Document inner : found.parts().subList(1, found.parts().size())) {
                inners.add(moved(inner, inner.partOf() == 0 ? index : inner.partOf() + shift));
            }
            int first = index;
            found.pages().forEach((part, drawn) -> pages.put(part == 0 ? first : part + shift, drawn));
            substance.addAll(found.substance());
        }
        firsts.addAll(inners);
        Reading reading = interpreter.interpret(cover, List.copyOf(firsts), List.copyOf(substance));
        return new Exhibit(reading, firsts, pages);
    }

    private static Document moved(Document inner, int partOf) {
        return new Document(
                inner.name(),
                partOf,
                inner.mediaType(),
                inner.size(),
                inner.sha256(),
                inner.disposition(),
                inner.reason(),
                inner.elements());
    }

    @Override
    public void close() {
        workers.close();
    }
}
