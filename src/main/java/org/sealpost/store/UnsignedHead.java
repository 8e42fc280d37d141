package org.sealpost.store;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sealpost.ledger.merkle.Frontier;

/**
 * What a transaction has appended to the ledger and not signed yet: one signature covers all of it, whosoever work it was.
 * Confined to the transaction.
 */
final class UnsignedHead {
    private @Nullable Left left;

    /** @param before how many entries the newest checkpoint covers */
    record Left(long before, Frontier edge, Function<Frontier, String> sign) {}

    Optional<Frontier> edge() {
        return Optional.ofNullable(left).map(Left::edge);
    }

    void leave(long before, Frontier edge, Function<Frontier, String> sign) {
        left = new Left(left == null ? before : left.before(), edge, sign);
    }

    /** As it is now, to come back to where a work is undone. */
    @Nullable Left mark() {
        return left;
    }

    void backTo(@Nullable Left mark) {
        left = mark;
    }

    /** Has it signed and puts it into the ledger's head; nothing where all is covered. */
    void sign(Sql sql) {
        Left now = left;
        if (now == null) {
            return;
        }
        String note = now.sign().apply(now.edge());
        int changed = sql.change(
                "UPDATE ledger_head SET size = ?, note = ? WHERE size = ?",
                now.edge().size(),
                note,
                now.before());
        if (changed != 1) {
            throw new IllegalStateException("what was appended does not follow what stood there before");
        }
        left = null;
    }
}
