package org.sealpost.store;

import java.time.Instant;
import java.util.Optional;
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
    public boolean called(SubmissionId id, String rung, Instant at) {
        return sql.change(
                        """
                        INSERT INTO calls (submission_id, rung, called_at)
                        SELECT submission_id, ?, ? FROM outbox WHERE submission_id = ?
                        ON CONFLICT (submission_id, rung) DO NOTHING""",
                        rung,
                        at,
                        id)
                == 1;
    }

    @Override
    public void keep(Held.Outstanding outstanding, Instant due, Optional<String> failure) {
        Instant sentAt = outstanding instanceof Held.Underway underway ? underway.sentAt() : null;
        int changed = sql.change(
                "UPDATE outbox SET attempts = ?, failures = ?, sent_at = ?, due_at = ?, failure = ? WHERE submission_id = ?",
                outstanding.attempts(),
                outstanding.failures(),
                sentAt,
                due,
                failure.orElse(null),
                outstanding.of().id());
        if (changed != 1) {
            throw new IllegalStateException("what is not in the outbox cannot be kept there");
        }
    }

    @Override
    public void falseReceipt(SubmissionId id) {
        sql.change("UPDATE outbox SET false_receipts = false_receipts + 1 WHERE submission_id = ?", id);
    }
}
