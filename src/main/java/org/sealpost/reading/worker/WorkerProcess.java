package org.sealpost.reading.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.Unopened;
import org.sealpost.submission.Original;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker process from the gateway's side. One thread at a time; it is dead after the first thing that goes wrong. */
final class WorkerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    /** What {@code -XX:+ExitOnOutOfMemoryError} exits with. */
    private static final int OUT_OF_MEMORY = 3;

    private final WorkerLimits limits;
    private final ScheduledExecutorService watchdog;
    private final RecognitionForWorkers recognition;
    private final Process process;
    private final DataInputStream untrustedPipe;
    private final DataOutputStream toWorker;
    private boolean ready;
    private volatile boolean overran;

    WorkerProcess(
            WorkerLimits limits,
            ScheduledExecutorService watchdog,
            RecognitionForWorkers recognition,
            Process process) {
        this.limits = limits;
        this.watchdog = watchdog;
        this.recognition = recognition;
        this.process = process;
        this.untrustedPipe = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.toWorker = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for it to be ready. Kills it where that takes too long. */
    boolean awaitReady() {
        if (!ready) {
            ScheduledFuture<?> end = killAfter(limits.waiting());
            try {
                ready = untrustedPipe.readByte() == Wire.READY && untrustedPipe.readInt() == 0;
            } catch (IOException e) {
                ready = false;
            } finally {
                end.cancel(false);
            }
        }
        return ready && process.isAlive();
    }

    /**
     * Has it read one original into {@code findings}.
     *
     * @return null where it did; otherwise why not, and the process is dead
     */
    @Nullable Reason read(Original original, Unopened unopened, UntrustedFindings findings) {
        ScheduledFuture<?> end = killAfter(limits.perDocument());
        try {
            send(original, unopened, findings.wantsPages());
            findings.take(untrustedPipe, pipe -> recognition.serve(pipe, toWorker));
            return null;
        } catch (TooLargeException e) {
            return dead(Reason.TOO_LARGE);
        } catch (IOException e) {
            return dead(Reason.DIED);
        } finally {
            end.cancel(false);
        }
    }

    private void send(Original original, Unopened unopened, boolean pages) throws IOException {
        toWorker.writeInt(Wire.REQUEST);
        Wire.writeText(toWorker, original.name());
        Wire.writeText(toWorker, original.declaredType().orElse(""));
        toWorker.writeBoolean(pages);
        toWorker.writeInt(unopened.parts().size());
        for (Map.Entry<Integer, String> part : unopened.parts().entrySet()) {
            toWorker.writeInt(part.getKey());
            Wire.writeText(toWorker, part.getValue());
        }
        toWorker.writeInt(unopened.from());
        Wire.writeText(toWorker, unopened.whyFrom());
        toWorker.writeInt(original.content().size());
        toWorker.write(original.content().array());
        toWorker.flush();
    }

    private Reason dead(Reason guess) {
        Reason why = guess;
        if (guess == Reason.DIED) {
            boolean outOfMemory = exited() && process.exitValue() == OUT_OF_MEMORY;
            why = overran ? Reason.TIMED_OUT : outOfMemory ? Reason.OUT_OF_MEMORY : Reason.DIED;
        }
        kill();
        LOG.warn("a reading worker was lost: {}", why.name());
        return why;
    }

    private boolean exited() {
        try {
            return process.waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ScheduledFuture<?> killAfter(Duration time) {
        return watchdog.schedule(
                () -> {
                    overran = true;
                    kill();
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Ends it at once and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        exited();
    }

    long pid() {
        return process.pid();
    }
}
