package org.sealpost.store;

import java.util.function.Function;
import org.sealpost.delivery.Custody;
import org.sealpost.submission.Bytes;

/**
 * Custody on SQL. Every writing transaction but a claim first takes the write lock of the file (SQLite) or the one row of the ledger's
 * head (PostgreSQL), so writers take turns in every process, and the ledger, the sequences and the duplicate check need no lock of
 * their own.
 */
final class SqlCustody implements Custody {
    private final Connections connections;
    private final Bytes salt;

    SqlCustody(Connections connections) {
        this.connections = connections;
        this.salt = inOneCommit(writes -> Salt.of(((SqlWrites) writes).sql));
    }

    @Override
    public <T> T inOneCommit(Function<? super Writes, ? extends T> work) {
        boolean[] deleted = {false};
        T result = connections.write(sql -> {
            SqlWrites writes = new SqlWrites(sql);
            T done = work.apply(writes);
            deleted[0] = writes.deleted();
            return done;
        });
        if (deleted[0]) {
            connections.scrub();
        }
        return result;
    }

    @Override
    public <T> T claim(Function<? super Claims, ? extends T> work) {
        return connections.claim(work::apply);
    }

    @Override
    public <T> T look(Function<? super Reads, ? extends T> work) {
        return connections.read(sql -> work.apply(new SqlReads(sql)));
    }

    @Override
    public Bytes salt() {
        return salt;
    }
}
