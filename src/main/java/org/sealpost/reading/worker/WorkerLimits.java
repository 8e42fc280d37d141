package org.sealpost.reading.worker;

import java.time.Duration;
import org.sealpost.reading.structure.part.PartLimits;

/**
 * What reading may cost.
 *
 * @param workers how many documents are read at once, each in a process of its own
 * @param perDocument how long one original may take before its worker is killed
 * @param waiting how long an original may wait for a free worker, and a worker for its start
 * @param megabytes the heap of one worker; its process takes about 100 MB more
 * @param largestDocument how many bytes an original may have; a larger one is not opened
 * @param largestAnswer how many bytes a worker may answer for one original
 * @param parts how far one original may unfold
 */
public record WorkerLimits(
        int workers,
        Duration perDocument,
        Duration waiting,
        int megabytes,
        int largestDocument,
        int largestAnswer,
        PartLimits parts) {
    /** For a machine with two processors. */
    public static final WorkerLimits DEFAULT = new WorkerLimits(
            2, Duration.ofSeconds(20), Duration.ofSeconds(60), 256, 50 << 20, 16 << 20, PartLimits.DEFAULT);

    public WorkerLimits {
        if (workers < 1 || workers > 64) {
            throw new IllegalArgumentException("there are between 1 and 64 reading workers");
        }
        if (perDocument.isNegative() || perDocument.isZero() || waiting.isNegative() || waiting.isZero()) {
            throw new IllegalArgumentException("reading needs time: a positive duration");
        }
        if (megabytes < 32 || largestDocument < 1 || largestAnswer < 1024) {
            throw new IllegalArgumentException("reading needs 32 MB or more, and limits above nothing");
        }
    }

    /** The same with another time for a document. */
    public WorkerLimits withTime(Duration time) {
        return new WorkerLimits(workers, time, waiting, megabytes, largestDocument, largestAnswer, parts);
    }

    /** The same with another number of workers. */
    public WorkerLimits withWorkers(int number) {
        return new WorkerLimits(number, perDocument, waiting, megabytes, largestDocument, largestAnswer, parts);
    }
}
