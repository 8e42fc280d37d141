package org.sealpost.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.delivery.Custody;
import org.sealpost.delivery.Due;
import org.sealpost.delivery.Notices;
import org.sealpost.submission.Channel;
import org.sealpost.submission.SubmissionId;

/**
 * What is due, taken within one short transaction that waits for nobody: rows that another one holds are passed over. It reads
 * no envelope, so a gateway that stands still in the middle of a large one holds no row.
 */
final class SqlClaims implements Custody.Claims {
    /** Of the table outbox. */
    static final String DUE = "(due_at <= ? OR due_at > ?)";

    private final Sql sql;
    private final Dialect dialect;

    SqlClaims(Sql sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    private record Sized(SubmissionId id, long size) {}

    @Override
    public List<SubmissionId> outbox(Due due, Instant until, int most, long mostBytes) {
        List<Sized> sized = sql.list(
                "SELECT o.submission_id, e.size FROM outbox o JOIN envelopes e ON e.submission_id = o.submission_id WHERE "
                        + DUE + " ORDER BY o.urgent DESC, o.position LIMIT ?" + dialect.passingOver("o"),
                row -> new Sized(SubmissionId.parse(row.getString(1)), row.getLong(2)),
                due.now(),
                due.beyond(),
                most);
        List<SubmissionId> claimed = new ArrayList<>();
        long bytes = 0;
        for (Sized one : sized) {
            bytes += one.size();
            if (!claimed.isEmpty() && bytes > mostBytes) {
                break;
            }
            sql.change("UPDATE outbox SET due_at = ? WHERE submission_id = ?", until, one.id());
            claimed.add(one.id());
        }
        return claimed;
    }

    @Override
    public List<Notices.Sealed> notices(Channel channel, Due due, Instant until, int most) {
        List<Notices.Sealed> claimed = sql.list(
                "SELECT n.*, COALESCE(n.own_address, s.return_address) AS address " + SqlNotices.DUE
                        + "ORDER BY n.number LIMIT ?" + dialect.passingOver("n"),
                SqlNotices::sealed,
                channel.word(),
                due.now(),
                due.beyond(),
                most);
        claimed.forEach(n -> sql.change("UPDATE notices SET due_at = ? WHERE number = ?", until, n.number()));
        return claimed;
    }
}
