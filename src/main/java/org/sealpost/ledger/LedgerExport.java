package org.sealpost.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.submission.Bytes;

/**
 * Writes the ledger as one file of lines of printable ASCII, each ended by a line feed:
 *
 * <pre>
 * sealpost-ledger@v2 ORIGIN
 * entry JSON                       every entry, in order, in its canonical form
 * receipt BASE64                   right after the entry that names its digest
 * checkpoint SIZE ROOT SIGNATURE   the newest one, which covers everything
 * end ENTRIES RECEIPTS
 * </pre>
 *
 * A given ledger has one writing only, and {@link LedgerVerifier} accepts no other.
 */
public final class LedgerExport {
    static final String HEADER = "sealpost-ledger@v2 ";
    static final String ENTRY = "entry ";
    static final String RECEIPT = "receipt ";
    static final String CHECKPOINT = "checkpoint ";
    static final String END = "end ";

    private final OutputStream out;
    private long entries;
    private long receipts;

    private LedgerExport(OutputStream out) {
        this.out = out;
    }

    /**
     * @param out left open, flushed
     * @throws LedgerRefusedException where the ledger is empty, lacks a receipt or a checkpoint, or holds what is not an
     *     entry: such a ledger would not verify
     */
    public static void write(String origin, LedgerHistory history, OutputStream out)
            throws IOException, LedgerRefusedException {
        LedgerExport export = new LedgerExport(out);
        export.line(HEADER, origin);
        try (Stream<Bytes> entries = history.entries()) {
            for (Iterator<Bytes> all = entries.iterator(); all.hasNext(); ) {
                export.entry(EntryText.read(all.next()), history);
            }
        }
        export.checkpoint(history);
        export.line(END, export.entries + " " + export.receipts);
        out.flush();
    }

    private void checkpoint(LedgerHistory history) throws IOException, LedgerRefusedException {
        Optional<String> note = history.newestCheckpoint();
        SignedCheckpoint checkpoint = note.isEmpty() ? null : SignedCheckpoint.parse(note.get());
        if (checkpoint == null || checkpoint.untrusted().size() != entries) {
            throw new LedgerRefusedException("not-covered", "The newest checkpoint does not cover the whole ledger.");
        }
        line(CHECKPOINT, entries + " " + checkpoint.rootAndSignature());
    }

    private void entry(Entry entry, LedgerHistory history) throws IOException, LedgerRefusedException {
        line(ENTRY, EntryText.write(entry));
        entries++;
        if (entry.event().equals(ReceiptTaken.EVENT)) {
            Bytes receipt = history.receipt(ReceiptTaken.of(entry).receipt())
                    .orElseThrow(() -> new LedgerRefusedException(
                            "receipt-missing", "A receipt that the ledger names is not kept any more."));
            line(RECEIPT, Strict.base64(receipt.array()));
            receipts++;
        }
    }

    private void line(String word, String rest) throws IOException {
        out.write((word + rest + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
