package org.sealpost.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.delivery.Notices;
import org.sealpost.delivery.Tell.News;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Locked;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.SubmissionId;

/** The table of what senders are to be told, within one writing transaction. */
final class SqlNotices implements Notices {
    /** Untold, its turn to go out, and with an address to go to. */
    static final String DUE =
            """
            FROM notices n LEFT JOIN submissions s ON s.id = n.submission_id
            WHERE n.channel = ? AND n.told_at IS NULL
              AND (n.due_at <= ? OR n.due_at > ?)
              AND COALESCE(n.own_address, s.return_address) IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM notices o
                WHERE o.submission_id = n.submission_id AND o.number < n.number AND o.told_at IS NULL
                  AND (o.own_address = n.own_address OR o.own_address IS NULL AND n.own_address IS NULL))
            """;

    /** Never admitted, or erased. */
    private static final String OF_NOTHING_HELD =
            "NOT EXISTS (SELECT 1 FROM submissions s WHERE s.id = notices.submission_id AND s.erased_at IS NULL)";

    private final Sql sql;
    private final Runnable deleting;

    /** @param deleting called where sealed addresses were deleted */
    SqlNotices(Sql sql, Runnable deleting) {
        this.sql = sql;
        this.deleting = deleting;
    }

    @Override
    public void add(New notice) {
        keep(notice, notice.at(), null);
    }

    @Override
    public void show(New notice) {
        keep(notice, null, notice.at());
    }

    private void keep(New notice, @Nullable Instant due, @Nullable Instant told) {
        Optional<Refusal> why = why(notice.news());
        sql.change(
                """
                INSERT INTO notices
                  (submission_id, reference, partner, channel, news, code, sentence, at, own_address, due_at, told_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                notice.id(),
                notice.reference().orElse(null),
                notice.partner(),
                notice.channel().word(),
                notice.news().word(),
                why.map(Refusal::code).orElse(null),
                why.map(Refusal::sentence).orElse(null),
                notice.at(),
                notice.address().orElse(null),
                due,
                told);
    }

    /** Of a row that has all columns of the table and one called address. */
    static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(
                row.getLong("number"),
                SubmissionId.parse(row.getString("submission_id")),
                Optional.ofNullable(row.getString("reference")).map(Reference::new),
                new PartnerId(row.getString("partner")),
                Sql.bytes(row, "address"),
                news(row.getString("news"), row.getString("code"), row.getString("sentence")),
                Sql.time(row, "at"));
    }

    private static News news(String word, @Nullable String code, @Nullable String sentence) {
        if (code == null || sentence == null) {
            return switch (word) {
                case "delivered" -> new News.Delivered();
                case "given-up" -> new News.GivenUp();
                case "held" -> new News.Held();
                default -> new News.InCustody();
            };
        }
        if (word.equals("in-custody")) {
            return new News.InCustody(code.equals(Locked.CODE));
        }
        Refusal why = new Refusal(code, sentence);
        return switch (word) {
            case "turned-away" -> new News.TurnedAway(why);
            case "turned-down" -> new News.TurnedDown(why);
            default -> new News.RefusedByForce(why);
        };
    }

    private static Optional<Refusal> why(News news) {
        if (news instanceof News.TurnedAway turnedAway) {
            return Optional.of(turnedAway.why());
        }
        if (news instanceof News.InCustody custody && custody.locked()) {
            return Optional.of(new Refusal(Locked.CODE, Locked.SENTENCE));
        }
        if (news instanceof News.TurnedDown turnedDown) {
            return Optional.of(turnedDown.why());
        }
        return news instanceof News.RefusedByForce refused ? Optional.of(refused.why()) : Optional.empty();
    }

    @Override
    public int failures(long number) {
        return sql.first(
                        "SELECT failures FROM notices WHERE number = ? AND told_at IS NULL",
                        row -> row.getInt(1),
                        number)
                .orElse(0);
    }

    @Override
    public void postpone(long number, int failures, Instant due) {
        sql.change(
                "UPDATE notices SET failures = ?, due_at = ? WHERE number = ? AND told_at IS NULL",
                failures,
                due,
                number);
    }

    @Override
    public boolean told(long number, Instant at) {
        int told = sql.change("UPDATE notices SET told_at = ? WHERE number = ? AND told_at IS NULL", at, number);
        if (sql.change("DELETE FROM notices WHERE number = ? AND " + OF_NOTHING_HELD, number) > 0) {
            deleting.run();
        }
        return told == 1;
    }

    @Override
    public List<Bytes> otherAddresses(SubmissionId id) {
        return sql.list(
                "SELECT own_address FROM notices WHERE submission_id = ? AND own_address IS NOT NULL",
                row -> Sql.bytes(row, "own_address"),
                id);
    }

    @Override
    public int untold(SubmissionId id) {
        return sql.first(
                        "SELECT COUNT(*) FROM notices WHERE submission_id = ? AND told_at IS NULL",
                        row -> row.getInt(1),
                        id)
                .orElse(0);
    }

    @Override
    public List<SubmissionId> dropOrphansBefore(Instant time) {
        List<SubmissionId> dropped = sql.list(
                "SELECT submission_id FROM notices WHERE told_at IS NULL AND at < ? AND " + OF_NOTHING_HELD,
                row -> SubmissionId.parse(row.getString(1)),
                time);
        if (sql.change("DELETE FROM notices WHERE at < ? AND " + OF_NOTHING_HELD, time) > 0) {
            deleting.run();
        }
        return dropped;
    }
}
