package org.sealpost.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sealpost.delivery.Certificates;
import org.sealpost.delivery.Custody;
import org.sealpost.delivery.Deadlines;
import org.sealpost.delivery.Due;
import org.sealpost.delivery.Held;
import org.sealpost.delivery.HeldBack;
import org.sealpost.delivery.Inquire.Backlog;
import org.sealpost.delivery.LegalHold;
import org.sealpost.delivery.Notices;
import org.sealpost.delivery.Outbox;
import org.sealpost.delivery.Particulars;
import org.sealpost.delivery.Undelivered;
import org.sealpost.envelope.ReceiptExpectation;
import org.sealpost.ledger.LedgerTree;
import org.sealpost.ledger.SignedCheckpoint;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/** What can be seen within one transaction. */
class SqlReads implements Custody.Reads {
    private static final String HELD =
            """
            SELECT s.*, o.attempts, o.failures, o.sent_at, r.settled_at, r.refused_code, r.refused_words
            FROM submissions s
            LEFT JOIN outbox o ON o.submission_id = s.id
            LEFT JOIN receipts r ON r.submission_id = s.id
            """;

    final Sql sql;

    SqlReads(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Particulars> equalOne(Set<Sha256> fingerprints, Instant since) {
        for (Sha256 fingerprint : fingerprints) {
            Optional<Particulars> found = sql.first(
                    """
                    SELECT s.* FROM fingerprints f JOIN submissions s ON s.id = f.submission_id
                    WHERE f.fingerprint = ? AND f.admitted_at >= ?
                      AND (s.given_up_at IS NULL OR EXISTS (SELECT 1 FROM receipts g WHERE g.submission_id = s.id))
                      AND NOT EXISTS (SELECT 1 FROM receipts r
                                      WHERE r.submission_id = s.id AND r.refused_code IS NOT NULL)
                    ORDER BY s.position DESC LIMIT 1""",
                    HeldRow::particulars,
                    fingerprint,
                    since);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean taken(Reference reference) {
        return sql.first("SELECT 1 FROM submissions WHERE reference = ?", row -> true, reference)
                        .isPresent()
                || heldBack(reference).isPresent();
    }

    @Override
    public Optional<Held> held(SubmissionId id) {
        return sql.first(HELD + "WHERE s.id = ?", HeldRow::held, id);
    }

    @Override
    public Optional<Held> numbered(ForceId force, long sequence) {
        return sql.first(HELD + "WHERE s.force = ? AND s.sequence = ?", HeldRow::held, force, sequence);
    }

    @Override
    public Optional<Held> held(PartnerId partner, Reference reference) {
        return sql.first(HELD + "WHERE s.reference = ? AND s.partner = ?", HeldRow::held, reference, partner);
    }

    @Override
    public Optional<Held> held(Reference reference) {
        return sql.first(HELD + "WHERE s.reference = ?", HeldRow::held, reference);
    }

    @Override
    public Optional<LegalHold> legalHold(Reference reference) {
        return SqlLegalHolds.one(sql, reference);
    }

    @Override
    public List<LegalHold> legalHolds(long after, int most) {
        return SqlLegalHolds.list(sql, after, most);
    }

    @Override
    public Optional<ReceiptExpectation> expectation(SubmissionId id) {
        return sql.first(
                "SELECT expectation FROM envelopes WHERE submission_id = ?",
                row -> ReceiptExpectation.decode(Sql.bytes(row, "expectation")),
                id);
    }

    @Override
    public Optional<Bytes> returnAddress(SubmissionId id) {
        return sql.first(
                "SELECT return_address FROM submissions WHERE id = ? AND return_address IS NOT NULL",
                row -> Sql.bytes(row, "return_address"),
                id);
    }

    @Override
    public Optional<Bytes> envelope(SubmissionId id) {
        return sql.first("SELECT der FROM envelopes WHERE submission_id = ?", row -> Sql.bytes(row, "der"), id);
    }

    @Override
    public Optional<Undelivered> undelivered(Reference reference) {
        return SqlInterventions.undelivered(sql, reference);
    }

    @Override
    public List<Undelivered> undelivered(long after, int most) {
        return SqlInterventions.undelivered(sql, after, most);
    }

    @Override
    public Optional<HeldBack> heldBack(Reference reference) {
        return SqlVetting.heldBack(sql, reference);
    }

    @Override
    public Optional<HeldBack> heldBackBytes(Sha256 fingerprint) {
        return SqlVetting.heldBack(sql, fingerprint);
    }

    @Override
    public List<HeldBack.Undecided> undecided(long after, int most) {
        return SqlVetting.undecided(sql, after, most);
    }

    @Override
    public List<HeldBack.Undecided> uncalledHeldBack(
            String rung, Optional<ForceId> force, Deadlines deadlines, Instant by, int most) {
        return SqlVetting.uncalled(sql, rung, force, deadlines, by, most);
    }

    @Override
    public List<HeldBack.TurnedDown> erasableHeldBack(Instant by, int most) {
        return SqlVetting.erasable(sql, by, most);
    }

    @Override
    public Optional<Bytes> receipt(SubmissionId id) {
        return sql.first("SELECT der FROM receipts WHERE submission_id = ?", row -> Sql.bytes(row, "der"), id);
    }

    @Override
    public LedgerTree ledger() {
        return new SqlLedgerRecords(sql);
    }

    @Override
    public long released(SubmissionId id) {
        return sql.first("SELECT position + 1 FROM submissions WHERE id = ?", row -> row.getLong(1), id)
                .orElseThrow();
    }

    @Override
    public Optional<SignedCheckpoint> seen(ForceId force) {
        return sql.first(
                "SELECT seen FROM force_sequences WHERE force = ? AND seen IS NOT NULL",
                row -> SignedCheckpoint.kept(row.getString(1)),
                force);
    }

    @Override
    public Certificates certificates() {
        return new SqlCertificates(sql);
    }

    @Override
    public List<Held> recent(PartnerId partner, Channel channel, int most) {
        return sql.list(
                HELD + "WHERE s.partner = ? AND s.channel = ? AND s.return_address IS NOT NULL"
                        + " ORDER BY s.position DESC LIMIT ?",
                HeldRow::held,
                partner,
                channel.word(),
                most);
    }

    @Override
    public List<Notices.Sealed> shown(PartnerId partner, Channel channel, int most) {
        return sql.list(
                "SELECT n.*, n.own_address AS address FROM notices n"
                        + " WHERE n.partner = ? AND n.channel = ? AND n.due_at IS NULL ORDER BY n.number DESC LIMIT ?",
                SqlNotices::sealed,
                partner,
                channel.word(),
                most);
    }

    @Override
    public Optional<Outbox.Claimed> claimed(SubmissionId id) {
        return sql.first(
                """
                SELECT s.force, s.sequence, s.position, s.urgent, o.attempts, e.der
                FROM submissions s
                JOIN outbox o ON o.submission_id = s.id
                JOIN envelopes e ON e.submission_id = s.id
                WHERE s.id = ?""",
                row -> new Outbox.Claimed(
                        id,
                        new ForceId(row.getString("force")),
                        row.getLong("sequence"),
                        row.getLong("position") + 1,
                        row.getInt("attempts") + 1,
                        row.getInt("urgent") == 1,
                        Sql.bytes(row, "der")),
                id);
    }

    @Override
    public boolean anybodyToTell(Channel channel, Due due) {
        return sql.first(
                        "SELECT 1 " + SqlNotices.DUE + " LIMIT 1", row -> true, channel.word(), due.now(), due.beyond())
                .isPresent();
    }

    @Override
    public boolean anythingToSend(Due due) {
        return sql.first(
                        "SELECT 1 FROM outbox WHERE " + SqlClaims.DUE + " LIMIT 1",
                        row -> true,
                        due.now(),
                        due.beyond())
                .isPresent();
    }

    @Override
    public Backlog backlog(Deadlines deadlines, Instant now) {
        OverdueSql overdue = OverdueSql.at(now, deadlines);
        List<Object> parameters = new ArrayList<>(overdue.parameters());
        parameters.add(now.minus(deadlines.held().urgent()));
        parameters.add(now.minus(deadlines.held().others()));
        return sql.first(
                        "SELECT COUNT(*) AS waiting, COUNT(overdue) AS overdue, MIN(overdue) AS oldest"
                                + " FROM (SELECT CASE WHEN s.admitted_at <= " + overdue.latestAdmission()
                                + " THEN s.admitted_at END AS overdue"
                                + " FROM outbox o JOIN submissions s ON s.id = o.submission_id UNION ALL SELECT "
                                + SqlVetting.OVERDUE + " FROM held_back WHERE turned_down_at IS NULL) outstanding",
                        row -> new Backlog(
                                row.getLong("waiting"),
                                row.getLong("overdue"),
                                row.getObject("oldest") == null
                                        ? Optional.empty()
                                        : Optional.of(Sql.time(row, "oldest"))),
                        parameters.toArray())
                .orElseThrow();
    }

    @Override
    public List<Particulars> uncalled(String rung, Optional<ForceId> force, Deadlines deadlines, Instant by, int most) {
        OverdueSql overdue = OverdueSql.at(by, deadlines);
        List<Object> parameters = new ArrayList<>(overdue.parameters());
        parameters.add(by);
        parameters.add(rung);
        force.ifPresent(parameters::add);
        parameters.add(most);
        return sql.list(
                "SELECT s.* FROM outbox o JOIN submissions s ON s.id = o.submission_id WHERE s.admitted_at <= "
                        + overdue.latestAdmission()
                        + " AND (o.acted_at IS NULL OR o.acted_at <= ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM calls c WHERE c.submission_id = o.submission_id AND c.rung = ?)"
                        + (force.isPresent() ? " AND s.force = ?" : "")
                        + " ORDER BY s.position LIMIT ?",
                HeldRow::particulars,
                parameters.toArray());
    }

    @Override
    public List<Held.Ended> erasable(Instant settledBy, Instant evenUntoldBy, int most) {
        List<Held.Ended> erasable =
                new ArrayList<>(erasable("r.settled_at", "r.submission_id IS NOT NULL", settledBy, evenUntoldBy, most));
        if (erasable.size() < most) {
            erasable.addAll(erasable(
                    "s.given_up_at", "r.submission_id IS NULL", settledBy, evenUntoldBy, most - erasable.size()));
        }
        return erasable;
    }

    private List<Held.Ended> erasable(String ended, String how, Instant by, Instant evenUntoldBy, int most) {
        return sql.list(
                HELD + "WHERE " + ended + " <= ? AND " + how
                        + " AND s.erased_at IS NULL AND s.legal_hold = 0 AND (" + ended
                        + " <= ? OR NOT EXISTS (SELECT 1 FROM notices n WHERE n.submission_id = s.id AND n.told_at IS NULL))"
                        + " ORDER BY " + ended + ", s.position LIMIT ?",
                HeldRow::ended,
                by,
                evenUntoldBy,
                most);
    }
}
