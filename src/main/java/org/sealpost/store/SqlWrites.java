package org.sealpost.store;

import java.time.Instant;
import java.util.List;
import org.sealpost.delivery.Certificates;
import org.sealpost.delivery.Custody;
import org.sealpost.delivery.Held;
import org.sealpost.delivery.Interventions;
import org.sealpost.delivery.LegalHolds;
import org.sealpost.delivery.Notices;
import org.sealpost.delivery.Outbox;
import org.sealpost.delivery.Particulars;
import org.sealpost.delivery.Vetting;
import org.sealpost.ledger.LedgerRecords;
import org.sealpost.ledger.SignedCheckpoint;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Outcome;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/** What can be changed within one writing transaction. */
final class SqlWrites extends SqlReads implements Custody.Writes {
    private boolean deleted;

    SqlWrites(Sql sql) {
        super(sql);
    }

    /** Whether sealed bytes were deleted, which must not linger in the log of the database. */
    boolean deleted() {
        return deleted;
    }

    @Override
    public LedgerRecords ledger() {
        return new SqlLedgerRecords(sql);
    }

    @Override
    public Outbox outbox() {
        return new SqlOutbox(sql);
    }

    @Override
    public Notices notices() {
        return new SqlNotices(sql, () -> deleted = true);
    }

    @Override
    public Interventions interventions() {
        return new SqlInterventions(sql);
    }

    @Override
    public Vetting vetting() {
        return new SqlVetting(sql, () -> deleted = true);
    }

    @Override
    public LegalHolds legalHolds() {
        return new SqlLegalHolds(sql);
    }

    @Override
    public long nextSequence(ForceId force) {
        return sql.first(
                        """
                        INSERT INTO force_sequences (force, last) VALUES (?, 1)
                        ON CONFLICT (force) DO UPDATE SET last = force_sequences.last + 1 RETURNING last""",
                        row -> row.getLong(1),
                        force)
                .orElseThrow();
    }

    @Override
    public void reconciled(Certificates.Stretch stretch, List<Certificates.Signed> certificates) {
        new SqlCertificates(sql).keep(stretch, certificates);
    }

    @Override
    public void saw(ForceId force, SignedCheckpoint checkpoint) {
        sql.change("UPDATE force_sequences SET seen = ? WHERE force = ?", checkpoint.text(), force);
    }

    @Override
    public void take(Custody.Intake intake) {
        Particulars of = intake.waiting().of();
        takeSubmission(intake, of);
        for (Sha256 fingerprint : intake.fingerprints()) {
            sql.change(
                    "INSERT INTO fingerprints (submission_id, fingerprint, admitted_at) VALUES (?, ?, ?)",
                    of.id(),
                    fingerprint,
                    of.admittedAt());
        }
        takeEnvelope(intake, of.id());
        sql.change(
                """
                INSERT INTO outbox (submission_id, urgent, position, attempts, failures, due_at)
                VALUES (?, ?, ?, 0, ?, ?)""",
                of.id(),
                of.urgent(),
                intake.position(),
                intake.waiting().failures(),
                of.admittedAt());
    }

    private void takeSubmission(Custody.Intake intake, Particulars of) {
        sql.change(
                """
                INSERT INTO submissions
                  (id, reference, partner, force, channel, sequence, urgent, admitted_at, position, return_address, locked)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                of.id(),
                of.reference(),
                of.partner(),
                of.force(),
                of.channel().word(),
                of.sequence(),
                of.urgent(),
                of.admittedAt(),
                intake.position(),
                intake.returnAddress(),
                of.locked());
    }

    private void takeEnvelope(Custody.Intake intake, SubmissionId id) {
        sql.change(
                """
                INSERT INTO envelopes (submission_id, size, expectation, der) VALUES (?, ?, ?, ?)""",
                id,
                intake.envelope().size(),
                intake.expectation().encoded(),
                intake.envelope());
    }

    @Override
    public void settle(Held.Settled settled, Bytes receipt) {
        SubmissionId id = settled.of().id();
        Refusal why = settled.outcome() instanceof Outcome.Refused refused ? refused.why() : null;
        boolean outstanding = sql.change("DELETE FROM outbox WHERE submission_id = ?", id) == 1;
        if (!outstanding && !isGivenUp(id)) {
            throw new IllegalStateException("what is neither outstanding nor given up cannot be settled");
        }
        sql.change(
                """
                INSERT INTO receipts (submission_id, sha256, refused_code, refused_words, settled_at, der)
                VALUES (?, ?, ?, ?, ?, ?)""",
                id,
                receipt.sha256(),
                why == null ? null : why.code(),
                why == null ? null : why.sentence(),
                settled.at(),
                receipt);
    }

    private boolean isGivenUp(SubmissionId id) {
        return sql.first("SELECT 1 FROM submissions WHERE id = ? AND given_up_at IS NOT NULL", row -> true, id)
                .isPresent();
    }

    @Override
    public void erase(Held.Erased erased) {
        SubmissionId id = erased.of().id();
        sql.change("DELETE FROM envelopes WHERE submission_id = ?", id);
        sql.change("DELETE FROM notices WHERE submission_id = ?", id);
        int marked = sql.change(
                """
                UPDATE submissions SET return_address = NULL, erased_at = ?
                WHERE id = ? AND erased_at IS NULL AND legal_hold = 0""",
                erased.at(),
                id);
        if (marked != 1) {
            throw new IllegalStateException("what is under a legal hold, or erased, cannot be erased");
        }
        deleted = true;
    }

    @Override
    public boolean remember(Custody.Memory kind, Sha256 digest, Instant at) {
        return sql.change(
                        "INSERT INTO memories (kind, digest, at) VALUES (?, ?, ?) ON CONFLICT (kind, digest) DO NOTHING",
                        kind,
                        digest,
                        at)
                == 1;
    }

    @Override
    public void forgetBefore(Instant time) {
        sql.change("DELETE FROM memories WHERE at < ?", time);
        sql.change("DELETE FROM fingerprints WHERE admitted_at < ?", time);
    }
}
