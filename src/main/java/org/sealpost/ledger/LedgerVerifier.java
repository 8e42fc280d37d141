package org.sealpost.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sealpost.ledger.merkle.Frontier;
import org.sealpost.ledger.merkle.TreeHash;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/**
 * Checks an export ({@link LedgerExport}) with public keys alone: needs no database and no network, and about 40 bytes of
 * memory an entry. Accepts the one right writing of a whole ledger and refuses everything else.
 *
 * <p>A tail cut off, whose closing lines are those of an older export, can only be seen by whoever knows a newer checkpoint:
 * that is what {@link Witnesses} are for. Confined to one file.
 */
public final class LedgerVerifier {
    private final LedgerKey key;
    private final ReceiptReader receiptReader;
    private final Frontier tree = Frontier.empty();
    private final SeenHeads seen = new SeenHeads();
    private final Deliveries deliveries = new Deliveries();
    private long receipts;

    private LedgerVerifier(LedgerKey key, ReceiptReader receiptReader) {
        this.key = key;
        this.receiptReader = receiptReader;
    }

    /**
     * @param export read to its end, left open
     * @throws LedgerRefusedException unless every byte of it is right and every witness agrees
     */
    public static Verdict verify(InputStream export, LedgerKey key, ReceiptReader receiptReader, Witnesses witnesses)
            throws IOException, LedgerRefusedException {
        LedgerVerifier verifier = new LedgerVerifier(key, receiptReader);
        verifier.read(new Lines(export));
        for (String checkpoint : witnesses.checkpoints()) {
            verifier.require(checkpoint);
        }
        List<SubmissionId> receipted = new ArrayList<>();
        for (Bytes receipt : witnesses.receipts()) {
            NamedCheckpoint named = receiptReader.read(receipt);
            receipted.add(named.id());
            verifier.require(named.checkpoint());
        }
        verifier.seen.requireAll();
        for (SubmissionId id : receipted) {
            verifier.deliveries.requireReleased(id);
        }
        return new Verdict(
                new Checkpoint(key.origin(), verifier.tree.size(), verifier.tree.root()),
                verifier.deliveries.count(),
                verifier.receipts);
    }

    private void read(Lines lines) throws IOException, LedgerRefusedException {
        if (!lines.required().equals(LedgerExport.HEADER + key.origin())) {
            throw new LedgerRefusedException("not-an-export", "The file is not an export of this ledger.");
        }
        String line = lines.required();
        while (line.startsWith(LedgerExport.ENTRY)) {
            entry(line.substring(LedgerExport.ENTRY.length()), lines);
            line = lines.required();
        }
        if (!line.startsWith(LedgerExport.CHECKPOINT)) {
            throw new LedgerRefusedException("not-canonical", "A line of the export is none that belongs there.");
        }
        checkpoint(line.substring(LedgerExport.CHECKPOINT.length()));
        if (!lines.required().equals(LedgerExport.END + tree.size() + " " + receipts)
                || lines.next().isPresent()) {
            throw new LedgerRefusedException("wrong-end", "The closing line does not match what stands before it.");
        }
    }

    private void entry(String text, Lines lines) throws IOException, LedgerRefusedException {
        Entry entry = EntryText.read(text);
        Sha256 leaf = TreeHash.leaf(text.getBytes(StandardCharsets.US_ASCII));
        tree.append(leaf, (level, index, hash) -> {});
        seen.append(leaf);
        deliveries.follow(entry);
        if (entry.event().equals(ReceiptTaken.EVENT)) {
            receipt(ReceiptTaken.of(entry), lines.required());
        }
    }

    private void receipt(ReceiptTaken taken, String line) throws LedgerRefusedException {
        if (!line.startsWith(LedgerExport.RECEIPT)) {
            throw new LedgerRefusedException(
                    "receipt-missing", "A receipt that the ledger names is not in the export.");
        }
        Bytes der = Bytes.of(Strict.unbase64(line.substring(LedgerExport.RECEIPT.length())));
        if (!der.sha256().equals(taken.receipt())) {
            throw new LedgerRefusedException("wrong-receipt", "A receipt is not the one that the ledger names.");
        }
        NamedCheckpoint named = receiptReader.read(der);
        if (!named.id().equals(taken.id())) {
            throw new LedgerRefusedException(
                    "wrong-receipt", "A receipt is for another submission than its entry says.");
        }
        require(named.checkpoint());
        receipts++;
    }

    private void checkpoint(String text) throws LedgerRefusedException {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3) {
            throw new LedgerRefusedException(
                    "not-canonical", "The checkpoint in the export is not written as it must be.");
        }
        Checkpoint checkpoint =
                SignedCheckpoint.of(key.origin(), parts[0], parts[1], parts[2]).verify(key);
        if (checkpoint.size() != tree.size() || !checkpoint.root().equals(tree.root())) {
            throw new LedgerRefusedException(
                    "wrong-root", "The entries are not those that the checkpoint was signed for.");
        }
    }

    private void require(Optional<String> signedNote) throws LedgerRefusedException {
        if (signedNote.isPresent()) {
            require(signedNote.get());
        }
    }

    private void require(String signedNote) throws LedgerRefusedException {
        seen.require(SignedCheckpoint.parse(signedNote).verify(key));
    }

    /**
     * What others know of the ledger.
     *
     * @param receipts receipts (DER) that forces kept
     * @param checkpoints signed checkpoints that anybody kept
     */
    public record Witnesses(List<Bytes> receipts, List<String> checkpoints) {
        public static final Witnesses NONE = new Witnesses(List.of(), List.of());

        public Witnesses {
            receipts = List.copyOf(receipts);
            checkpoints = List.copyOf(checkpoints);
        }
    }

    /** What was accepted: the newest head, and how many of everything stand in the export. */
    public record Verdict(Checkpoint head, long releases, long receipts) {}
}
