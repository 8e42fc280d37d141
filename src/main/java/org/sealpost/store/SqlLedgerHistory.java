package org.sealpost.store;

import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.ledger.LedgerHistory;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/** The whole ledger as one reading transaction sees it, row by row. */
final class SqlLedgerHistory implements LedgerHistory {
    private final Sql sql;

    SqlLedgerHistory(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Stream<Bytes> entries() {
        return sql.stream("SELECT canonical FROM ledger_entries ORDER BY position", row -> Sql.bytes(row, "canonical"));
    }

    @Override
    public Optional<String> newestCheckpoint() {
        return new SqlLedgerRecords(sql).newestCheckpoint();
    }

    @Override
    public Optional<Bytes> receipt(Sha256 digest) {
        return sql.first("SELECT der FROM receipts WHERE sha256 = ?", row -> Sql.bytes(row, "der"), digest);
    }
}
