package org.sealpost.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.delivery.LegalHold;
import org.sealpost.delivery.LegalHolds;
import org.sealpost.delivery.OperatorName;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** The table of legal holds; what changes it within one writing transaction. */
final class SqlLegalHolds implements LegalHolds {
    private static final String HOLDS =
            """
            SELECT h.number, s.id, s.reference, h.set_by, h.set_at, h.end_proposed_by, h.end_proposed_at
            FROM legal_holds h JOIN submissions s ON s.id = h.submission_id
            """;

    private final Sql sql;

    SqlLegalHolds(Sql sql) {
        this.sql = sql;
    }

    static Optional<LegalHold> one(Sql sql, Reference reference) {
        return sql.first(HOLDS + "WHERE s.reference = ?", SqlLegalHolds::hold, reference);
    }

    static List<LegalHold> list(Sql sql, long after, int most) {
        return sql.list(HOLDS + "WHERE h.number > ? ORDER BY h.number LIMIT ?", SqlLegalHolds::hold, after, most);
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        Optional<LegalHold.End> end = row.getString("end_proposed_by") == null
                ? Optional.empty()
                : Optional.of(new LegalHold.End(
                        new OperatorName(row.getString("end_proposed_by")), Sql.time(row, "end_proposed_at")));
        return new LegalHold(
                row.getLong("number"),
                SubmissionId.parse(row.getString("id")),
                new Reference(row.getString("reference")),
                new OperatorName(row.getString("set_by")),
                Sql.time(row, "set_at"),
                end);
    }

    @Override
    public void set(SubmissionId id, OperatorName by, Instant at) {
        sql.change("INSERT INTO legal_holds (submission_id, set_by, set_at) VALUES (?, ?, ?)", id, by, at);
        sql.change("UPDATE submissions SET legal_hold = 1 WHERE id = ?", id);
    }

    @Override
    public void proposeEnd(SubmissionId id, OperatorName by, Instant at) {
        sql.change(
                "UPDATE legal_holds SET end_proposed_by = ?, end_proposed_at = ? WHERE submission_id = ?", by, at, id);
    }

    @Override
    public void end(SubmissionId id) {
        sql.change("DELETE FROM legal_holds WHERE submission_id = ?", id);
        sql.change("UPDATE submissions SET legal_hold = 0 WHERE id = ?", id);
    }
}
