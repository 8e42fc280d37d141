package org.sealpost.store;

import java.util.List;
import java.util.Optional;
import org.sealpost.delivery.Certificate;
import org.sealpost.delivery.Certificates;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/** The tables of what was reconciled, within one transaction. */
final class SqlCertificates implements Certificates {
    private final Sql sql;

    SqlCertificates(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Stretch> newest() {
        return sql.first(
                "SELECT number, up_to, at FROM reconciliations ORDER BY number DESC LIMIT 1",
                row -> new Stretch(row.getLong("number"), row.getLong("up_to"), Sql.time(row, "at")));
    }

    void keep(Stretch stretch, List<Signed> certificates) {
        sql.change(
                "INSERT INTO reconciliations (number, up_to, at) VALUES (?, ?, ?)",
                stretch.number(),
                stretch.upTo(),
                stretch.at());
        for (Signed signed : certificates) {
            sql.change(
                    "INSERT INTO certificates (number, partner, force, note) VALUES (?, ?, ?, ?)",
                    stretch.number(),
                    signed.of().partner(),
                    signed.of().force(),
                    signed.note());
        }
    }

    @Override
    public List<Certificate> list(Optional<PartnerId> partner, int most) {
        String whose = partner.map(PartnerId::value).orElse("");
        return sql.list(
                """
                SELECT c.number, c.partner, c.force, r.at FROM certificates c
                JOIN reconciliations r ON r.number = c.number
                WHERE ? = '' OR c.partner = ?
                ORDER BY c.number DESC, c.partner, c.force LIMIT ?""",
                row -> new Certificate(
                        row.getLong("number"),
                        new PartnerId(row.getString("partner")),
                        new ForceId(row.getString("force")),
                        Sql.time(row, "at")),
                whose,
                whose,
                most);
    }

    @Override
    public Optional<Bytes> signed(long number, PartnerId partner, ForceId force) {
        return sql.first(
                "SELECT note FROM certificates WHERE number = ? AND partner = ? AND force = ?",
                row -> Sql.bytes(row, "note"),
                number,
                partner,
                force);
    }
}
