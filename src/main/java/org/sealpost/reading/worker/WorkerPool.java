package org.sealpost.reading.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.PagePicture;
import org.sealpost.reading.jail.Jail;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.reading.structure.Unopened;
import org.sealpost.reading.structure.picture.PagePictures;
import org.sealpost.submission.Original;
import org.sealpost.submission.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reading processes: a fixed number, started ahead, each killed and replaced after the first thing that goes wrong.
 * Safe to share between threads.
 */
public final class WorkerPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    /** With everything, without the part that killed the first, without that and all that follow. */
    private static final int ATTEMPTS = 3;

    private static final Path MEMORY = Path.of("/dev/shm");

    private final WorkerLimits limits;
    private final WorkerStart start;
    private final WorkFolder folder;
    private final ScheduledExecutorService watchdog;
    private final List<Seat> seats = new ArrayList<>();
    private final BlockingQueue<Seat> free;
    private final Thread atExit = new Thread(this::release, "reading-workers-end");
    private volatile boolean closed;

    /**
     * What was found in one original.
     *
     * @param parts it first, then the parts inside, depth first; {@code partOf} counts within this list
     * @param pages how their pages look, by the part's index; empty unless that was asked for
     */
    public record Found(List<Document> parts, List<Sha256> substance, Map<Integer, List<PagePicture>> pages) {
        public Found {
            parts = List.copyOf(parts);
            substance = List.copyOf(substance);
            pages = Map.copyOf(pages);
        }
    }

    /** Starts the workers; they become ready in the background. */
    public WorkerPool(WorkerLimits limits, TextRecognition recognition, Jail jail) {
        this(limits, new WorkerStart(limits, recognition, jail, WorkerMain.class), MEMORY);
    }

    /** @param start for tests: of a worker that also misbehaves on demand */
    WorkerPool(WorkerLimits limits, WorkerStart start) {
        this(limits, start, MEMORY);
    }

    /** @param memory where the memory file system is mounted */
    WorkerPool(WorkerLimits limits, WorkerStart start, Path memory) {
        this.limits = limits;
        this.start = start;
        this.folder = start.isJailed() ? WorkFolder.none() : WorkFolder.open(memory);
        this.watchdog = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "reading-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        this.free = new ArrayBlockingQueue<>(limits.workers());
        for (int number = 0; number < limits.workers(); number++) {
            Seat seat = new Seat(number);
            seat.fill();
            seats.add(seat);
            free.add(seat);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Reads one original. Always answers, within three times the time for a document and the wait for each. */
    public Found read(Original original) {
        if (original.content().size() > limits.largestDocument()) {
            return unread(original, Disposition.REFUSED, Reason.TOO_LARGE_TO_OPEN, null);
        }
        Map<Integer, String> killers = new HashMap<>();
        Unopened unopened = Unopened.NONE;
        Reason why = Reason.UNAVAILABLE;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            UntrustedFindings findings = new UntrustedFindings(limits);
            why = attempt(original, unopened, findings);
            if (why == null) {
                return found(original, findings);
            }
            int number = findings.parts().size();
            if (why == Reason.UNAVAILABLE || number == 0) {
                return unread(original, Disposition.OPAQUE, why, findings.open());
            }
            killers.put(number, why.text());
            unopened = attempt + 1 < ATTEMPTS
                    ? new Unopened(killers, Integer.MAX_VALUE, "")
                    : new Unopened(killers, number, why.text());
        }
        return unread(original, Disposition.OPAQUE, why, null);
    }

    /**
     * The same, with the pages drawn: those of PDF and of pictures, as far as {@link PagePictures} goes. Where that goes
     * wrong, without them.
     */
    public Found draw(Original original) {
        if (original.content().size() <= limits.largestDocument()) {
            UntrustedFindings findings = new UntrustedFindings(limits, true);
            if (attempt(original, Unopened.NONE, findings) == null) {
                return found(original, findings);
            }
        }
        return read(original);
    }

    private @Nullable Reason attempt(Original original, Unopened unopened, UntrustedFindings findings) {
        Seat seat;
        try {
            seat = free.poll(limits.waiting().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reason.UNAVAILABLE;
        }
        if (seat == null) {
            return Reason.UNAVAILABLE;
        }
        try {
            WorkerProcess worker = seat.worker();
            return worker == null ? Reason.UNAVAILABLE : worker.read(original, unopened, findings);
        } catch (RejectedExecutionException e) {
            // Closed meanwhile: the watchdog takes no more orders.
            return Reason.UNAVAILABLE;
        } finally {
            seat.tidy();
            free.add(seat);
        }
    }

    private Found found(Original original, UntrustedFindings findings) {
        List<Sha256> substance = findings.substance();
        Document first = findings.parts().get(0);
        Sha256 own = original.content().sha256();
        // The gateway knows these better than any worker.
        List<Document> parts = new ArrayList<>(findings.parts());
        parts.set(
                0,
                new Document(
                        original.name(),
                        -1,
                        first.mediaType(),
                        original.content().size(),
                        own.toString(),
                        first.disposition(),
                        first.reason(),
                        first.elements()));
        return new Found(parts, substance == null ? List.of(own) : substance, findings.pages());
    }

    /** @param begun what a worker made of it before it died */
    private static Found unread(Original original, Disposition disposition, Reason why, @Nullable Document begun) {
        Sha256 own = original.content().sha256();
        Document alone = new Document(
                original.name(),
                -1,
                begun == null ? "application/octet-stream" : begun.mediaType(),
                original.content().size(),
                own.toString(),
                disposition,
                why.text(),
                List.of());
        return new Found(List.of(alone), List.of(own), Map.of());
    }

    /** Kills the workers and removes their folder. What is being read ends as unread. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook runs.
        }
        release();
    }

    private synchronized void release() {
        closed = true;
        seats.forEach(Seat::leave);
        watchdog.shutdownNow();
        try {
            folder.close();
        } catch (IOException e) {
            LOG.warn(
                    "the reading workers' folder was not removed whole ({})",
                    e.getClass().getName());
        }
    }

    /** The process numbers of the workers that live, for tests and for operators. */
    List<Long> pids() {
        return seats.stream().flatMap(seat -> seat.pid().stream()).toList();
    }

    /** A place for one worker after the other. */
    private final class Seat {
        private final int number;
        private @Nullable WorkerProcess worker;
        private @Nullable Path own;

        Seat(int number) {
            this.number = number;
        }

        synchronized void fill() {
            if (closed) {
                return;
            }
            try {
                own = folder.forWorker(number);
                worker = start.start(own, watchdog);
            } catch (IOException e) {
                worker = null;
                LOG.error("no reading worker can be started ({})", e.getClass().getName());
            }
        }

        /** A worker that is ready, null where none can be had. */
        @Nullable WorkerProcess worker() {
            if (closed) {
                return null;
            }
            if (worker == null || !worker.isAlive()) {
                fill();
            }
            WorkerProcess current = worker;
            return current != null && current.awaitReady() ? current : null;
        }

        /** After each document: nothing of it stays, and whoever died of it is replaced. */
        void tidy() {
            WorkerProcess current = worker;
            if (current == null || !current.isAlive()) {
                fill();
                return;
            }
            try {
                if (own != null) {
                    folder.empty(own);
                }
            } catch (IOException e) {
                current.kill();
                fill();
            }
        }

        synchronized void leave() {
            if (worker != null) {
                worker.kill();
            }
        }

        Optional<Long> pid() {
            WorkerProcess current = worker;
            return current != null && current.isAlive() ? Optional.of(current.pid()) : Optional.empty();
        }
    }
}
