package org.sealpost.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.sealpost.delivery.Held;
import org.sealpost.delivery.Particulars;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Outcome;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.SubmissionId;

/** A submission and where it stands, out of a row of {@code submissions} with its {@code outbox} and {@code receipts}. */
final class HeldRow {
    private HeldRow() {}

    static Particulars particulars(ResultSet row) throws SQLException {
        return new Particulars(
                SubmissionId.parse(row.getString("id")),
                new Reference(row.getString("reference")),
                new PartnerId(row.getString("partner")),
                new ForceId(row.getString("force")),
                Channel.ofWord(row.getString("channel")),
                row.getLong("sequence"),
                row.getInt("urgent") == 1,
                Sql.time(row, "admitted_at"),
                row.getInt("locked") == 1);
    }

    /** In the outbox, or receipted or given up; where both or neither, the database was changed by another hand. */
    static Held held(ResultSet row) throws SQLException {
        boolean ended = row.getObject("settled_at") != null || row.getObject("given_up_at") != null;
        boolean outstanding = row.getObject("attempts") != null;
        if (ended == outstanding) {
            throw new IllegalStateException("a submission is neither outstanding nor at its end");
        }
        if (outstanding) {
            return outstanding(row);
        }
        Held.Ended last = ended(row);
        return row.getObject("erased_at") == null ? last : last.erased(Sql.time(row, "erased_at"));
    }

    static Held.Ended ended(ResultSet row) throws SQLException {
        return row.getObject("settled_at") != null
                ? settled(row)
                : new Held.GivenUp(particulars(row), Sql.time(row, "given_up_at"));
    }

    static Held.Outstanding outstanding(ResultSet row) throws SQLException {
        int attempts = row.getInt("attempts");
        int failures = row.getInt("failures");
        return attempts == 0
                ? new Held.Waiting(particulars(row), failures)
                : new Held.Underway(particulars(row), Sql.time(row, "sent_at"), attempts, failures);
    }

    static Held.Settled settled(ResultSet row) throws SQLException {
        String code = row.getString("refused_code");
        Outcome outcome = code == null
                ? new Outcome.Accepted()
                : new Outcome.Refused(new Refusal(code, Objects.requireNonNull(row.getString("refused_words"))));
        return new Held.Settled(particulars(row), outcome, Sql.time(row, "settled_at"));
    }
}
