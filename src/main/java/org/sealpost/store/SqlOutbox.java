package org.sealpost.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.delivery.Held;
import org.sealpost.delivery.Outbox;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.SubmissionId;

/** The table of what is outstanding, within one writing transaction. */
final class SqlOutbox implements Outbox {
    private final Sql sql;

    SqlOutbox(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Claimed> claim(Instant now, Instant until, int most, long mostBytes) {
        List<Claimed> claimed = new ArrayList<>();
        long bytes = 0;
        for (Due due : due(now, most)) {
            bytes += due.size();
            if (!claimed.isEmpty() && bytes > mostBytes) {
                break;
            }
            sql.change("UPDATE outbox SET due_at = ? WHERE submission_id = ?", until, due.id());
            claimed.add(claimed(due.id()));
        }
        return claimed;
    }

    private record Due(String id, long size) {}

    private List<Due> due(Instant now, int most) {
        return sql.list(
                """
                SELECT o.submission_id, e.size FROM outbox o JOIN envelopes e ON e.submission_id = o.submission_id
                WHERE o.due_at <= ? ORDER BY o.urgent DESC, o.position LIMIT ?""",
                row -> new Due(row.getString(1), row.getLong(2)),
                now,
                most);
    }

    private Claimed claimed(String id) {
        return sql.first(
                        """
                        SELECT s.force, s.sequence, s.position, s.urgent, o.attempts, e.der
                        FROM submissions s
                        JOIN outbox o ON o.submission_id = s.id
                        JOIN envelopes e ON e.submission_id = s.id
                        WHERE s.id = ?""",
                        row -> new Claimed(
                                SubmissionId.parse(id),
                                new ForceId(row.getString("force")),
                                row.getLong("sequence"),
                                row.getLong("position") + 1,
                                row.getInt("attempts") + 1,
                                row.getInt("urgent") == 1,
                                Sql.bytes(row, "der")),
                        id)
                .orElseThrow();
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
