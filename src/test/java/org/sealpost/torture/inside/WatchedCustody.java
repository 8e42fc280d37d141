package org.sealpost.torture.inside;

import java.util.function.Function;
import org.sealpost.delivery.Custody;
import org.sealpost.submission.Bytes;

/** The store, with failpoints at each write, and right before and right after each commit. */
final class WatchedCustody implements Custody {
    private final Custody real;
    private final Failpoints failpoints;

    WatchedCustody(Custody real, Failpoints failpoints) {
        this.real = real;
        this.failpoints = failpoints;
    }

    @Override
    public <T> T inOneCommit(Function<? super Writes, ? extends T> work) {
        WatchedWrites watched = new WatchedWrites(failpoints);
        T done = real.inOneCommit(writes -> before(watched, work.apply(watched.of(writes))));
        meet("after the commit of ", watched);
        return done;
    }

    @Override
    public <T> T claim(Function<? super Claims, ? extends T> work) {
        WatchedWrites watched = new WatchedWrites(failpoints);
        T done = real.claim(claims -> before(watched, work.apply(watched.of(claims))));
        meet("after the commit of ", watched);
        return done;
    }

    private <T> T before(WatchedWrites watched, T result) {
        meet("before the commit of ", watched);
        return result;
    }

    private void meet(String where, WatchedWrites watched) {
        if (!watched.last().isEmpty()) {
            failpoints.meet(where + watched.last());
        }
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
