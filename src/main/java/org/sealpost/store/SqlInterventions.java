package org.sealpost.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.delivery.HandedOver;
import org.sealpost.delivery.Held;
import org.sealpost.delivery.Interventions;
import org.sealpost.delivery.Measure;
import org.sealpost.delivery.OperatorName;
import org.sealpost.delivery.Proposal;
import org.sealpost.delivery.Undelivered;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** What is outstanding as people look after it, and what they decide; the decisions within one writing transaction. */
final class SqlInterventions implements Interventions {
    private static final String UNDELIVERED =
            """
            SELECT s.*, o.attempts, o.failures, o.sent_at, o.due_at, o.failure, o.false_receipts,
              p.number, p.measure, p.proposed_by, p.proposed_at,
              h.proposed_by AS handed_over_by, h.confirmed_by, h.decided_at
            FROM outbox o JOIN submissions s ON s.id = o.submission_id
            LEFT JOIN proposals p ON p.submission_id = o.submission_id
            LEFT JOIN handovers h ON h.submission_id = o.submission_id
            """;

    private final Sql sql;

    SqlInterventions(Sql sql) {
        this.sql = sql;
    }

    static Optional<Undelivered> undelivered(Sql sql, Reference reference) {
        return sql.first(UNDELIVERED + "WHERE s.reference = ?", SqlInterventions::undelivered, reference);
    }

    static List<Undelivered> undelivered(Sql sql, long after, int most) {
        return sql.list(
                UNDELIVERED + "WHERE o.position > ? ORDER BY o.position LIMIT ?",
                SqlInterventions::undelivered,
                after,
                most);
    }

    private static Undelivered undelivered(ResultSet row) throws SQLException {
        return new Undelivered(
                row.getLong("position"),
                HeldRow.outstanding(row),
                Sql.time(row, "due_at"),
                Optional.ofNullable(row.getString("failure")),
                row.getInt("false_receipts"),
                proposal(row),
                handedOver(row));
    }

    private static Optional<Proposal> proposal(ResultSet row) throws SQLException {
        if (row.getObject("number") == null) {
            return Optional.empty();
        }
        return Optional.of(new Proposal(
                row.getLong("number"),
                Measure.ofWord(row.getString("measure")).orElseThrow(),
                new OperatorName(row.getString("proposed_by")),
                Sql.time(row, "proposed_at")));
    }

    private static Optional<HandedOver> handedOver(ResultSet row) throws SQLException {
        if (row.getObject("decided_at") == null) {
            return Optional.empty();
        }
        return Optional.of(new HandedOver(
                new OperatorName(row.getString("handed_over_by")),
                new OperatorName(row.getString("confirmed_by")),
                Sql.time(row, "decided_at")));
    }

    @Override
    public void propose(SubmissionId id, Measure measure, OperatorName by, Instant at) {
        close(id);
        sql.change(
                "INSERT INTO proposals (submission_id, measure, proposed_by, proposed_at) VALUES (?, ?, ?, ?)",
                id,
                measure.word(),
                by,
                at);
    }

    @Override
    public void close(SubmissionId id) {
        sql.change("DELETE FROM proposals WHERE submission_id = ?", id);
    }

    @Override
    public void acted(SubmissionId id, Instant at) {
        sql.change("UPDATE outbox SET acted_at = ? WHERE submission_id = ?", at, id);
    }

    @Override
    public void handOver(SubmissionId id, HandedOver decision) {
        sql.change("DELETE FROM handovers WHERE submission_id = ?", id);
        sql.change(
                "INSERT INTO handovers (submission_id, proposed_by, confirmed_by, decided_at) VALUES (?, ?, ?, ?)",
                id,
                decision.proposedBy(),
                decision.confirmedBy(),
                decision.at());
    }

    @Override
    public void giveUp(Held.GivenUp givenUp) {
        SubmissionId id = givenUp.of().id();
        if (sql.change("DELETE FROM outbox WHERE submission_id = ?", id) != 1) {
            throw new IllegalStateException("what is not outstanding cannot be given up");
        }
        sql.change("UPDATE submissions SET given_up_at = ? WHERE id = ?", givenUp.at(), id);
    }
}
