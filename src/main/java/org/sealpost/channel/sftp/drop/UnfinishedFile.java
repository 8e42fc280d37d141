package org.sealpost.channel.sftp.drop;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Refusal;

/**
 * A file while it is written: pieces in memory, put together in whatever order they come. Once it has been refused it
 * holds nothing and stays refused. For one thread.
 */
final class UnfinishedFile {
    /** How far ahead of the first gap a client may write: far more than any client has in flight. */
    private static final long FURTHEST_AHEAD = 16L << 20;

    /** Far more gaps than clients leave that write several pieces at once; each costs memory of ours. */
    private static final int MOST_PIECES_APART = 4_096;

    private final MemoryBudget budget;
    private final long largest;
    private final List<byte[]> pieces = new ArrayList<>();
    /** Which bytes have been written: from (inclusive) to (exclusive), never touching each other. */
    private final NavigableMap<Long, Long> written = new TreeMap<>();

    private @Nullable Refusal refused;

    UnfinishedFile(MemoryBudget budget, long largest) {
        this.budget = budget;
        this.largest = largest;
    }

    long size() {
        return written.isEmpty() ? 0 : written.lastEntry().getValue();
    }

    /** Returns why this file cannot be taken, or nothing where all is well. */
    Optional<Refusal> refusal() {
        return Optional.ofNullable(refused);
    }

    /** Writes what {@code data} holds at {@code offset}, or notes why the file cannot be taken. */
    void write(long offset, ByteBuffer data) throws InterruptedException {
        if (refused != null || !data.hasRemaining()) {
            return;
        }
        long end = offset + data.remaining();
        if (offset < 0 || end < 0 || end > largest) {
            refuse(new Refusal("too-large", "The file is larger than the " + largest + " bytes that are taken."));
        } else if (offset > firstGap() + FURTHEST_AHEAD || written.size() >= MOST_PIECES_APART) {
            refuse(sparse());
        } else {
            reach(end).ifPresentOrElse(this::refuse, () -> {
                put(offset, data);
                mark(offset, end);
            });
        }
    }

    /** Empties it, as opening with truncation does. */
    void clear() {
        release();
        written.clear();
        refused = null;
    }

    /** Gives its memory back. */
    void release() {
        budget.giveBack(pieces.size());
        pieces.clear();
    }

    /** The finished file. The memory stays counted until {@link #release}. Call only where nothing was refused. */
    Bytes whole() {
        byte[] whole = new byte[(int) size()];
        for (int i = 0; i < pieces.size(); i++) {
            int from = i * MemoryBudget.PIECE;
            if (from < whole.length) {
                System.arraycopy(pieces.get(i), 0, whole, from, Math.min(MemoryBudget.PIECE, whole.length - from));
            }
        }
        return Bytes.of(whole);
    }

    /** Notes a gap that nobody filled, or that there is nothing at all. */
    void finish() {
        if (refused == null && size() == 0) {
            refuse(new Refusal("empty-file", "The file is empty."));
        } else if (refused == null && firstGap() < size()) {
            refuse(sparse());
        }
    }

    private static Refusal sparse() {
        return new Refusal("sparse-file", "Parts of the file are missing. Please send it whole, not resumed.");
    }

    private void refuse(Refusal why) {
        refused = why;
        release();
        written.clear();
    }

    private long firstGap() {
        Map.Entry<Long, Long> first = written.firstEntry();
        return first == null || first.getKey() > 0 ? 0 : first.getValue();
    }

    private Optional<Refusal> reach(long end) throws InterruptedException {
        int missing = (int) ((end + MemoryBudget.PIECE - 1) / MemoryBudget.PIECE) - pieces.size();
        if (missing <= 0) {
            return Optional.empty();
        }
        Optional<Refusal> no = budget.take(missing);
        for (int i = 0; no.isEmpty() && i < missing; i++) {
            pieces.add(new byte[MemoryBudget.PIECE]);
        }
        return no;
    }

    private void put(long offset, ByteBuffer data) {
        ByteBuffer from = data.duplicate();
        int at = (int) offset;
        while (from.hasRemaining()) {
            int inPiece = at % MemoryBudget.PIECE;
            int length = Math.min(from.remaining(), MemoryBudget.PIECE - inPiece);
            from.get(pieces.get(at / MemoryBudget.PIECE), inPiece, length);
            at += length;
        }
    }

    private void mark(long from, long to) {
        long start = from;
        long end = to;
        Map.Entry<Long, Long> before = written.floorEntry(end);
        while (before != null && before.getValue() >= start) {
            start = Math.min(start, before.getKey());
            end = Math.max(end, before.getValue());
            written.remove(before.getKey());
            before = written.floorEntry(end);
        }
        written.put(start, end);
    }
}
