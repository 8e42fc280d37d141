package org.sealpost.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sealpost.delivery.Deadlines;
import org.sealpost.delivery.HeldBack;
import org.sealpost.delivery.OperatorName;
import org.sealpost.delivery.Vetting;
import org.sealpost.envelope.ReceiptExpectation;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/** The table of what is held back; what changes it within one writing transaction. */
final class SqlVetting implements Vetting {
    /** Its parameters are the latest time that is overdue, of urgent ones and of others. */
    static final String OVERDUE = "CASE WHEN held_at <= CASE WHEN urgent = 1 THEN ? ELSE ? END THEN held_at END";

    private static final String FACTS =
            "SELECT number, submission_id, reference, partner, force, channel, urgent, held_at, position, doubts, tell, locked,"
                    + " turned_down_at, turned_down_by FROM held_back ";
    private static final int DIGEST = 32;

    private final Sql sql;
    private final Runnable deleting;

    /** @param deleting called where sealed bytes were deleted */
    SqlVetting(Sql sql, Runnable deleting) {
        this.sql = sql;
        this.deleting = deleting;
    }

    static Optional<HeldBack> heldBack(Sql sql, Reference reference) {
        return sql.first(FACTS + "WHERE reference = ?", SqlVetting::heldBack, reference);
    }

    static Optional<HeldBack> heldBack(Sql sql, Sha256 bytes) {
        return sql.first(FACTS + "WHERE bytes = ? ORDER BY number DESC LIMIT 1", SqlVetting::heldBack, bytes);
    }

    static List<HeldBack.Undecided> undecided(Sql sql, long after, int most) {
        return sql.list(
                FACTS + "WHERE turned_down_at IS NULL AND number > ? ORDER BY number LIMIT ?",
                row -> new HeldBack.Undecided(facts(row)),
                after,
                most);
    }

    static List<HeldBack.Undecided> uncalled(
            Sql sql, String rung, Optional<ForceId> force, Deadlines deadlines, Instant by, int most) {
        List<Object> parameters = new ArrayList<>(List.of(
                by.minus(deadlines.held().urgent()), by.minus(deadlines.held().others()), rung));
        force.ifPresent(parameters::add);
        parameters.add(most);
        return sql.list(
                FACTS + "WHERE turned_down_at IS NULL AND held_at <= CASE WHEN urgent = 1 THEN ? ELSE ? END"
                        + " AND NOT EXISTS (SELECT 1 FROM held_back_calls c"
                        + " WHERE c.submission_id = held_back.submission_id AND c.rung = ?)"
                        + (force.isPresent() ? " AND force = ?" : "") + " ORDER BY number LIMIT ?",
                row -> new HeldBack.Undecided(facts(row)),
                parameters.toArray());
    }

    static List<HeldBack.TurnedDown> erasable(Sql sql, Instant by, int most) {
        return sql.list(FACTS + "WHERE turned_down_at <= ? ORDER BY number LIMIT ?", SqlVetting::turnedDown, by, most);
    }

    private static HeldBack heldBack(ResultSet row) throws SQLException {
        return row.getObject("turned_down_at") == null ? new HeldBack.Undecided(facts(row)) : turnedDown(row);
    }

    private static HeldBack.TurnedDown turnedDown(ResultSet row) throws SQLException {
        return new HeldBack.TurnedDown(
                facts(row),
                new OperatorName(Objects.requireNonNull(row.getString("turned_down_by"))),
                Sql.time(row, "turned_down_at"));
    }

    private static HeldBack.Facts facts(ResultSet row) throws SQLException {
        return new HeldBack.Facts(
                row.getLong("number"),
                SubmissionId.parse(row.getString("submission_id")),
                new Reference(row.getString("reference")),
                new PartnerId(row.getString("partner")),
                new ForceId(row.getString("force")),
                Channel.ofWord(row.getString("channel")),
                row.getInt("urgent") == 1,
                Sql.time(row, "held_at"),
                row.getLong("position"),
                Arrays.stream(row.getString("doubts").split(" "))
                        .map(word -> Doubt.ofWord(word).orElseThrow())
                        .toList(),
                row.getInt("tell") == 1,
                row.getInt("locked") == 1);
    }

    @Override
    public void hold(HeldBack.Facts of, Sha256 bytes, Sealed sealed) {
        sql.change(
                """
                INSERT INTO held_back
                  (submission_id, reference, partner, force, channel, urgent, held_at, position, doubts, tell, locked,
                   bytes, fingerprints, return_address, expectation, der)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                of.id(),
                of.reference(),
                of.partner(),
                of.force(),
                of.channel().word(),
                of.urgent(),
                of.since(),
                of.position(),
                of.doubts().stream().map(Doubt::word).collect(Collectors.joining(" ")),
                of.tell(),
                of.locked(),
                bytes,
                joined(sealed.fingerprints()),
                sealed.returnAddress(),
                sealed.expectation().encoded(),
                sealed.envelope());
    }

    @Override
    public Optional<Sealed> sealed(SubmissionId id) {
        return sql.first(
                "SELECT fingerprints, return_address, expectation, der FROM held_back WHERE submission_id = ?",
                row -> new Sealed(
                        split(Sql.bytes(row, "fingerprints")),
                        Sql.bytes(row, "return_address"),
                        Sql.bytes(row, "der"),
                        ReceiptExpectation.decode(Sql.bytes(row, "expectation"))),
                id);
    }

    @Override
    public void turnDown(HeldBack.TurnedDown turnedDown) {
        int changed = sql.change(
                "UPDATE held_back SET turned_down_at = ?, turned_down_by = ? WHERE submission_id = ? AND turned_down_at IS NULL",
                turnedDown.at(),
                turnedDown.by(),
                turnedDown.of().id());
        if (changed != 1) {
            throw new IllegalStateException("what is decided cannot be turned down");
        }
    }

    @Override
    public void drop(SubmissionId id) {
        if (sql.change("DELETE FROM held_back WHERE submission_id = ?", id) != 1) {
            throw new IllegalStateException("what is not held back cannot be dropped");
        }
        deleting.run();
    }

    @Override
    public boolean called(SubmissionId id, String rung, Instant at) {
        return sql.change(
                        """
                        INSERT INTO held_back_calls (submission_id, rung, called_at)
                        SELECT submission_id, ?, ? FROM held_back WHERE submission_id = ? AND turned_down_at IS NULL
                        ON CONFLICT (submission_id, rung) DO NOTHING""",
                        rung,
                        at,
                        id)
                == 1;
    }

    private static Bytes joined(Set<Sha256> digests) {
        byte[] all = new byte[digests.size() * DIGEST];
        int at = 0;
        for (Sha256 digest : digests) {
            System.arraycopy(digest.bytes(), 0, all, at, DIGEST);
            at += DIGEST;
        }
        return Bytes.of(all);
    }

    private static Set<Sha256> split(Bytes all) {
        Set<Sha256> digests = new HashSet<>();
        for (int at = 0; at < all.size(); at += DIGEST) {
            digests.add(Sha256.ofDigest(Arrays.copyOfRange(all.array(), at, at + DIGEST)));
        }
        return digests;
    }
}
