package org.sealpost.reading;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sealpost.reading.document.Document;
import org.sealpost.submission.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Understanding is optional: whatever an interpreter makes of a document, failing, overflowing or never coming back, the
 * answer is a reading, at worst the bare one. Safe to share between threads.
 *
 * <p>Java cannot end a thread. One that overruns is interrupted and left to itself; {@code most} bounds how many there
 * can be, and with them how much of the machine they take.
 */
final class GuardedInterpreter implements Interpreter {
    static final String FAILED = "interpreting-failed: What stands in it could not be interpreted.";
    static final String TIMED_OUT = "interpreting-timed-out: It took longer to interpret than the limit.";
    static final String UNAVAILABLE = "interpreting-unavailable: No turn to interpret it was free in time.";

    private static final Logger LOG = LoggerFactory.getLogger(GuardedInterpreter.class);

    private final Interpreter interpreter;
    private final Duration limit;
    private final Semaphore turns;

    /**
     * @param limit for one interpretation, and for the wait for a turn
     * @param most how many at once, those that were given up and still run among them
     */
    GuardedInterpreter(Interpreter interpreter, Duration limit, int most) {
        this.interpreter = interpreter;
        this.limit = limit;
        this.turns = new Semaphore(most);
    }

    @Override
    public Reading interpret(Cover cover, List<Document> documents, List<Sha256> substance) {
        FutureTask<Reading> task = new FutureTask<>(() -> interpreter.interpret(cover, documents, substance));
        String why;
        try {
            if (turns.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                start(task);
                return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            }
            why = UNAVAILABLE;
        } catch (TimeoutException e) {
            task.cancel(true);
            why = TIMED_OUT;
        } catch (ExecutionException e) {
            // The kind only: the words may quote the document.
            LOG.error("an interpretation failed ({})", kind(e));
            why = FAILED;
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            why = UNAVAILABLE;
        }
        LOG.warn("a submission goes on without an interpretation: {}", why);
        return BareReading.of(cover, documents, substance, why);
    }

    /** On a thread of its own, whose stack may overflow. */
    private void start(FutureTask<Reading> task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } finally {
                        turns.release();
                    }
                },
                "reading-interpreter");
        thread.setDaemon(true);
        thread.start();
    }

    private static String kind(ExecutionException e) {
        Throwable cause = e.getCause();
        return cause == null ? "" : cause.getClass().getName();
    }
}
