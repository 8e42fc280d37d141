package org.sealpost.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sealpost.ledger.merkle.Proofs;
import org.sealpost.ledger.merkle.TreeHash;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * An entry with the proof that it stands in the ledger (C2SP tlog-proof, the entry as extra data). Where it goes to somebody
 * who has seen the ledger before, the proof that its head continues what was seen follows:
 *
 * <pre>
 *                        a blank line after the checkpoint
 * consistency SIZE       of the tree that was seen
 * BASE64                 each hash of PROOF(SIZE, head) of RFC 9162, section 2.1.4.1
 * </pre>
 *
 * Parsed, not yet believed: {@link #verify} is the only way to the entry.
 */
public final class ReleaseProof {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String CONSISTENCY = "\nconsistency ";
    private static final int MAX_LENGTH = 16_384;

    private final Bytes untrustedEntry;
    private final long index;
    private final List<Sha256> path;
    private final SignedCheckpoint checkpoint;
    private final Optional<Consistency> consistency;

    ReleaseProof(
            Bytes entry,
            long index,
            List<Sha256> path,
            SignedCheckpoint checkpoint,
            Optional<Consistency> consistency) {
        this.untrustedEntry = entry;
        this.index = index;
        this.path = List.copyOf(path);
        this.checkpoint = checkpoint;
        this.consistency = consistency;
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
        String rest = text.substring(blank + 2);
        int seen = rest.indexOf(CONSISTENCY);
        return new ReleaseProof(
                Bytes.of(Strict.unbase64(lines[1].substring("extra ".length()))),
                Strict.number(lines[2].substring("index ".length())),
                hashes(lines, 3),
                SignedCheckpoint.parse(seen < 0 ? rest : rest.substring(0, seen)),
                seen < 0
                        ? Optional.empty()
                        : Optional.of(Consistency.parse(rest.substring(seen + CONSISTENCY.length()))));
    }

    private static List<Sha256> hashes(String[] lines, int from) throws LedgerRefusedException {
        List<Sha256> hashes = new ArrayList<>();
        for (int i = from; i < lines.length; i++) {
            hashes.add(Strict.hash(lines[i]));
        }
        return hashes;
    }

    /** That the head continues the tree of {@code size} entries. */
    record Consistency(long size, List<Sha256> path) {
        Consistency {
            path = List.copyOf(path);
        }

        /** @param text from the number on */
        private static Consistency parse(String text) throws LedgerRefusedException {
            if (!text.endsWith("\n")) {
                throw notAProof();
            }
            String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
            return new Consistency(Strict.number(lines[0]), hashes(lines, 1));
        }

        private void write(StringBuilder text) {
            text.append(CONSISTENCY).append(size).append('\n');
            path.forEach(hash -> text.append(Strict.base64(hash.bytes())).append('\n'));
        }
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

    /** The size of the tree that its head is said to continue; empty where it says nothing of any. */
    public OptionalLong continued() {
        return consistency.map(c -> OptionalLong.of(c.size)).orElseGet(OptionalLong::empty);
    }

    /**
     * Whether its head continues the tree of {@link #continued} entries.
     *
     * @param seenRoot of that tree, as it was seen
     */
    public boolean continues(Sha256 seenRoot) {
        Checkpoint head = checkpoint.untrusted();
        return consistency.isPresent()
                && Proofs.consistent(
                        consistency.get().size, seenRoot, head.size(), head.root(), consistency.get().path);
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
        text.append('\n').append(checkpoint.text());
        consistency.ifPresent(c -> c.write(text));
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }

    private static LedgerRefusedException notAProof() {
        return new LedgerRefusedException("not-a-proof", "What should be a proof of the ledger is not.");
    }
}
