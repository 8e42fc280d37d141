package org.sealpost.store;

import java.time.Instant;
import org.sealpost.delivery.Held;
import org.sealpost.delivery.Outbox;
import org.sealpost.submission.SubmissionId;

/** The table of what is outstanding, within one writing transaction. */
final class SqlOutbox implements Outbox {
    private final Sql sql;

    SqlOutbox(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean called(SubmissionId id, Instant at) {
        return sql.change("UPDATE outbox SET called_at = ? WHERE submission_id = ? AND called_at IS NULL", at, id) == 1;
    }

    @Override
    public void keep(Held.Outstanding outstanding, Instant due) {
        Instant sentAt = outstanding instanceof Held.Underway underway ? underway.sentAt() : null;
        int changed = sql.change(
                "UPDATE outbox SET attempts = ?, failures = ?, sent_at = ?, due_at = ? WHERE submission_id = ?",
                outstanding.attempts(),
                outstanding.failures(),
                sentAt,
                due,
                outstanding.of().id());
        if (changed != 1) {
            throw new IllegalStateException("what is not in the outbox cannot be kept there");
        }
    }
}
