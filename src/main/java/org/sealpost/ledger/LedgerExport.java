package org.sealpost.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import org.sealpost.submission.Bytes;

/**
 * Writes the ledger as one file of lines of printable ASCII, each ended by a line feed:
 *
 * <pre>
 * sealpost-ledger@v1 ORIGIN
 * entry JSON                       every entry, in order, in its canonical form
 * receipt BASE64                   right after the entry that names its digest
 * checkpoint SIZE ROOT SIGNATURE   right after entry SIZE - 1; the last one covers everything
 * end ENTRIES CHECKPOINTS RECEIPTS
 * </pre>
 *
 * A given ledger has one writing only, and {@link LedgerVerifier} accepts no other.
 */
public final class LedgerExport {
    static final String HEADER = "sealpost-ledger@v1 ";
    static final String ENTRY = "entry ";
    static final String RECEIPT = "receipt ";
    static final String CHECKPOINT = "checkpoint ";
    static final String END = "end ";

    private final OutputStream out;
    private long entries;
    private long checkpoints;
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
        try (Stream<Bytes> entries = history.entries();
                Stream<String> checkpoints = history.checkpoints()) {
            export.body(entries.iterator(), checkpoints.iterator(), history);
        }
        export.line(END, export.entries + " " + export.checkpoints + " " + export.receipts);
        out.flush();
    }

    private void body(Iterator<Bytes> allEntries, Iterator<String> allCheckpoints, LedgerHistory history)
            throws IOException, LedgerRefusedException {
        long covered = 0;
        while (allCheckpoints.hasNext()) {
            SignedCheckpoint checkpoint = SignedCheckpoint.parse(allCheckpoints.next());
            covered = checkpoint.untrusted().size();
            while (entries < covered && allEntries.hasNext()) {
                entry(EntryText.read(allEntries.next()), history);
            }
            line(CHECKPOINT, covered + " " + checkpoint.rootAndSignature());
            checkpoints++;
        }
        if (checkpoints == 0 || covered != entries || allEntries.hasNext()) {
            throw new LedgerRefusedException("not-covered", "The newest checkpoint does not cover the whole ledger.");
        }
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
