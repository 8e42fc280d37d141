package org.sealpost.store;

import java.util.Optional;
import java.util.function.Function;
import org.sealpost.ledger.LedgerRecords;
import org.sealpost.ledger.merkle.Frontier;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/** The ledger's tables, within one transaction; what it stores, within a writing one. */
final class SqlLedgerRecords implements LedgerRecords {
    private final Sql sql;

    SqlLedgerRecords(Sql sql) {
        this.sql = sql;
    }

    /** A writing transaction has the lock already: see {@link SqlCustody#inOneCommit}. */
    @Override
    public long appended() {
        return sql.unsigned.edge().map(Frontier::size).orElseGet(this::storedSize);
    }

    private long storedSize() {
        return sql.first("SELECT size FROM ledger_head", row -> row.getLong(1)).orElseThrow();
    }

    @Override
    public void putEntry(long index, Bytes canonical) {
        sql.change("INSERT INTO ledger_entries (position, canonical) VALUES (?, ?)", index, canonical);
    }

    @Override
    public Optional<Bytes> entry(long index) {
        return sql.first(
                "SELECT canonical FROM ledger_entries WHERE position = ?", row -> Sql.bytes(row, "canonical"), index);
    }

    @Override
    public void putNode(int level, long index, Sha256 hash) {
        sql.change("INSERT INTO ledger_nodes (level, position, hash) VALUES (?, ?, ?)", level, index, hash);
    }

    @Override
    public Optional<Sha256> node(int level, long index) {
        return sql.first(
                "SELECT hash FROM ledger_nodes WHERE level = ? AND position = ?",
                row -> Sha256.ofDigest(row.getBytes(1)),
                level,
                index);
    }

    @Override
    public Optional<Frontier> unsigned() {
        return sql.unsigned.edge();
    }

    @Override
    public void leaveUnsigned(Frontier edge, Function<Frontier, String> sign) {
        sql.unsigned.leave(storedSize(), edge, sign);
    }

    @Override
    public Optional<String> newestCheckpoint() {
        sql.unsigned.sign(sql);
        return sql.first("SELECT note FROM ledger_head WHERE note IS NOT NULL", row -> row.getString(1));
    }
}
