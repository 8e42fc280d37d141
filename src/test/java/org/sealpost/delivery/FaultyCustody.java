package org.sealpost.delivery;

import java.util.function.Function;
import java.util.function.Supplier;
import org.sealpost.submission.Bytes;

/** Fails when it is told to: before anything is written, or after everything was. */
final class FaultyCustody implements Custody {
    enum Fault {
        NONE,
        BEFORE_THE_WRITE,
        AFTER_THE_COMMIT
    }

    private final Custody real;
    private Fault next = Fault.NONE;

    FaultyCustody(Custody real) {
        this.real = real;
    }

    /** The next commit fails so, the ones after it do not. */
    void failNext(Fault fault) {
        next = fault;
    }

    @Override
    public <T> T inOneCommit(Function<? super Writes, ? extends T> work) {
        return failing(() -> real.inOneCommit(work));
    }

    @Override
    public <T> T claim(Function<? super Claims, ? extends T> work) {
        return failing(() -> real.claim(work));
    }

    private <T> T failing(Supplier<T> commit) {
        Fault now = next;
        next = Fault.NONE;
        if (now == Fault.BEFORE_THE_WRITE) {
            throw new IllegalStateException("the store failed before the write");
        }
        T done = commit.get();
        if (now == Fault.AFTER_THE_COMMIT) {
            throw new IllegalStateException("the store failed after the commit");
        }
        return done;
    }

    @Override
    public <T> T look(Function<? super Reads, ? extends T> work) {
        return real.look(work);
    }

    @Override
    public Bytes salt() {
        return real.salt();
    }
}
