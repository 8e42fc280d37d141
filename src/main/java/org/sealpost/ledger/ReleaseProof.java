package org.sealpost.ledger;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.ledger.merkle.Proofs;
import org.sealpost.ledger.merkle.TreeHash;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * An entry with the proof that it stands in the ledger (C2SP tlog-proof, the entry as extra data). Parsed, not yet
 * believed: {@link #verify} is the only way to the entry.
 */
public final class ReleaseProof {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final int MAX_LENGTH = 16_384;

    private final Bytes untrustedEntry;
    private final long index;
    private final List<Sha256> path;
    private final SignedCheckpoint checkpoint;

    ReleaseProof(Bytes entry, long index, List<Sha256> path, SignedCheckpoint checkpoint) {
        this.untrustedEntry = entry;
        this.index = index;
        this.path = List.copyOf(path);
        this.checkpoint = checkpoint;
    }

    /** @throws LedgerRefusedException unless it is written exactly as {@link #text} writes it */
    public static ReleaseProof parse(String text) throws LedgerRefusedException {
        int blank = text.indexOf("\n\n");
        if (text.length() > MAX_LENGTH || blank < 0) {
            throw notAProof();
        }
        String[] lines = text.substring(0, blank).split("\n", -1);
        if (lines.length < 3
                || !lines[0].equals(HEADER)
                || !lines[1].startsWith("extra ")
                || !lines[2].startsWith("index ")) {
            throw notAProof();
        }
        List<Sha256> path = new ArrayList<>();
        for (int i = 3; i < lines.length; i++) {
            path.add(Strict.hash(lines[i]));
        }
        return new ReleaseProof(
                Bytes.of(Strict.unbase64(lines[1].substring("extra ".length()))),
                Strict.number(lines[2].substring("index ".length())),
                path,
                SignedCheckpoint.parse(text.substring(blank + 2)));
    }

    /** @throws LedgerRefusedException unless the ledger of that key signed a head which has this entry in it */
    public Entry verify(LedgerKey key) throws LedgerRefusedException {
        Checkpoint head = checkpoint.verify(key);
        if (!Proofs.includes(TreeHash.leaf(untrustedEntry.array()), index, head.size(), path, head.root())) {
            throw new LedgerRefusedException(
                    "not-in-the-ledger", "The proof does not lead from the entry to the head.");
        }
        return EntryText.read(untrustedEntry);
    }

    /** The entry's place in the ledger, to be believed after {@link #verify} only. */
    public long index() {
        return index;
    }

    /** The head that the proof leads to. */
    public SignedCheckpoint checkpoint() {
        return checkpoint;
    }

    /** The proof as it travels. */
    public String text() {
        StringBuilder text = new StringBuilder(HEADER)
                .append("\nextra ")
                .append(Strict.base64(untrustedEntry.array()))
                .append("\nindex ")
                .append(index)
                .append('\n');
        path.forEach(hash -> text.append(Strict.base64(hash.bytes())).append('\n'));
        return text.append('\n').append(checkpoint.text()).toString();
    }

    @Override
    public String toString() {
        return text();
    }

    private static LedgerRefusedException notAProof() {
        return new LedgerRefusedException("not-a-proof", "What should be a proof of the ledger is not.");
    }
}
