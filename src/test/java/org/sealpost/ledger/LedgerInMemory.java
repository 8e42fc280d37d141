package org.sealpost.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sealpost.ledger.merkle.Frontier;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/** Keeps a ledger in memory, for tests. Nothing is ever rolled back unless {@link #copy} was taken before. */
public final class LedgerInMemory implements LedgerRecords, LedgerHistory {
    private final List<Bytes> entries = new ArrayList<>();
    private final Map<String, Sha256> nodes = new HashMap<>();
    private Optional<String> head = Optional.empty();
    private final Map<Sha256, Bytes> receipts = new HashMap<>();
    int nodesRead;

    LedgerInMemory copy() {
        LedgerInMemory copy = new LedgerInMemory();
        copy.entries.addAll(entries);
        copy.nodes.putAll(nodes);
        copy.head = head;
        copy.receipts.putAll(receipts);
        return copy;
    }

    void keepReceipt(Bytes der) {
        receipts.put(der.sha256(), der);
    }

    @Override
    public long appended() {
        return entries.size();
    }

    @Override
    public void putEntry(long index, Bytes canonical) {
        if (index != entries.size()) {
            throw new IllegalStateException("entries are appended one after the other");
        }
        entries.add(canonical);
    }

    @Override
    public Optional<Bytes> entry(long index) {
        return index < entries.size() ? Optional.of(entries.get((int) index)) : Optional.empty();
    }

    @Override
    public void putNode(int level, long index, Sha256 hash) {
        if (nodes.putIfAbsent(level + "/" + index, hash) != null) {
            throw new IllegalStateException("a node is put once");
        }
    }

    @Override
    public Optional<Sha256> node(int level, long index) {
        nodesRead++;
        return Optional.ofNullable(nodes.get(level + "/" + index));
    }

    @Override
    public Optional<Frontier> unsigned() {
        return Optional.empty();
    }

    /** Each append is a transaction of its own. */
    @Override
    public void leaveUnsigned(Frontier edge, Function<Frontier, String> sign) {
        putHead(edge.size(), sign.apply(edge));
    }

    void putHead(long size, String signedNote) {
        if (size != entries.size()) {
            throw new IllegalStateException("a head covers what was appended");
        }
        head = Optional.of(signedNote);
    }

    @Override
    public Optional<String> newestCheckpoint() {
        return head;
    }

    @Override
    public Stream<Bytes> entries() {
        return entries.stream();
    }

    @Override
    public Optional<Bytes> receipt(Sha256 digest) {
        return Optional.ofNullable(receipts.get(digest));
    }
}
