package org.sealpost.force;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sealpost.ledger.Checkpoint;
import org.sealpost.ledger.Release;
import org.sealpost.ledger.ReleaseProof;
import org.sealpost.ledger.SignedCheckpoint;
import org.sealpost.ledger.WitnessSigner;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/**
 * What this force has seen of the ledger, so that the ledger cannot show it another past: {@code .ledger} holds every
 * release and checkpoint seen, one a line, {@code .checkpoint} the newest signed checkpoint.
 *
 * <p>Messages may come in another order than they were sent in (urgent ones first), so an older checkpoint is no fault; a
 * different root for a size seen before is, and so are two submissions with one number, numbers that run against the
 * order of their entries, and a checkpoint that is said to continue one seen before and does not.
 *
 * <p>Where this force is a witness, a checkpoint is cosigned (C2SP tlog-cosignature) if it was proved to continue the one that
 * was cosigned before; the first ever seen is taken as it comes. Callers hold the {@link FolderLock} of the folder.
 */
final class SeenLedger {
    private static final Refusal FORKED = new Refusal(
            "ledger-forked",
            "The gateway's ledger contradicts what it showed before: it was cut back or shows different parties different"
                    + " histories. Nothing was receipted; tell both forces' and the gateway's security officers.");

    static final String LOG = ".ledger";

    private static final String RELEASE = "release";
    private static final String CHECKPOINT = "checkpoint";
    private static final String PROVEN = "proven";

    private final Path log;
    private final Path newest;
    private final TreeMap<Long, Place> places = new TreeMap<>();
    private final Map<Long, Sha256> roots = new HashMap<>();
    private @Nullable String newestNote;
    private @Nullable String provenNote;
    /** By size, those that may still be proven. */
    private final TreeMap<Long, String> unproven = new TreeMap<>();

    private final Optional<WitnessSigner> witness;
    private final Clock clock;
    private long newestSize = -1;
    private long provenSize = -1;
    private long read;

    private SeenLedger(Path folder, Optional<WitnessSigner> witness, Clock clock) {
        this.witness = witness;
        this.clock = clock;
        this.log = folder.resolve(LOG);
        this.newest = folder.resolve(".checkpoint");
    }

    static SeenLedger in(Path folder, Optional<WitnessSigner> witness, Clock clock) {
        return new SeenLedger(folder, witness, clock);
    }

    /**
     * Remembers a release whose proof was checked, or says why it cannot be true beside what was seen. Durable when it
     * returns.
     *
     * @param head the checkpoint that proved it
     * @param toReceipt whether a receipt will be signed that names what was seen: what no receipt names, nobody goes on from
     */
    Optional<Refusal> see(Release release, ReleaseProof proof, Checkpoint head, boolean toReceipt) throws IOException {
        catchUp();
        Place place = new Place(release.id(), proof.index());
        if (contradicts(release.sequence(), place, head) || contradicts(proof)) {
            return Optional.of(FORKED);
        }
        String note = proof.checkpoint().text();
        StringBuilder lines = new StringBuilder();
        if (!places.containsKey(release.sequence())) {
            lines.append(RELEASE + " ")
                    .append(release.sequence())
                    .append(' ')
                    .append(release.id())
                    .append(' ')
                    .append(proof.index())
                    .append('\n');
        }
        if (!roots.containsKey(head.size())) {
            lines.append(CHECKPOINT + " ")
                    .append(head.size())
                    .append(' ')
                    .append(head.root())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8)))
                    .append('\n');
        }
        if (witness.isPresent() && toReceipt && goesOn(proof, head)) {
            lines.append(PROVEN + " ").append(head.size()).append('\n');
        }
        if (!lines.isEmpty()) {
            boolean newer = head.size() > newestSize;
            DurableFiles.append(log, lines.toString().getBytes(StandardCharsets.US_ASCII));
            catchUp();
            if (newer) {
                DurableFiles.replace(newest, note.getBytes(StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    /** The numbers below the highest one seen that have not come, lowest first, at most so many. */
    SortedSet<Long> missing(int most) throws IOException {
        catchUp();
        TreeSet<Long> missing = new TreeSet<>();
        long next = 1;
        for (long number : places.keySet()) {
            for (; next < number && missing.size() < most; next++) {
                missing.add(next);
            }
            next = number + 1;
        }
        return missing;
    }

    /** Every signed checkpoint that was ever seen, in that order. A line without its end is being written. */
    static List<String> checkpoints(Path folder) throws IOException {
        String all = Files.readString(folder.resolve(LOG), StandardCharsets.US_ASCII);
        return all.substring(0, all.lastIndexOf('\n') + 1)
                .lines()
                .map(line -> line.split(" ", -1))
                .filter(parts -> parts[0].equals(CHECKPOINT))
                .map(parts -> note(parts[3]))
                .toList();
    }

    private static String note(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    /**
     * The checkpoint that a receipt names: the newest seen. A witness names the newest that it can cosign, again and again
     * until the gateway goes on from there: one receipt may never reach it.
     */
    Optional<String> toName() {
        return witness.filter(w -> provenNote != null)
                .map(w -> w.cosign(SignedCheckpoint.kept(Objects.requireNonNull(provenNote)), clock.instant())
                        .text())
                .or(() -> Optional.ofNullable(newestNote));
    }

    private boolean contradicts(long sequence, Place place, Checkpoint head) {
        Place same = places.get(sequence);
        if (same != null && !same.equals(place)) {
            return true;
        }
        Map.Entry<Long, Place> before = places.lowerEntry(sequence);
        Map.Entry<Long, Place> after = places.higherEntry(sequence);
        Sha256 root = roots.get(head.size());
        return (before != null && before.getValue().index() >= place.index())
                || (after != null && after.getValue().index() <= place.index())
                || (root != null && !root.equals(head.root()));
    }

    private boolean goesOn(ReleaseProof proof, Checkpoint head) {
        return provenSize < 0 || (head.size() > provenSize && proof.continued().equals(OptionalLong.of(provenSize)));
    }

    private boolean contradicts(ReleaseProof proof) {
        Sha256 seen =
                proof.continued().isPresent() ? roots.get(proof.continued().getAsLong()) : null;
        return seen != null && !proof.continues(seen);
    }

    /** Reads what this or another process has added. A line without its end was never acted upon, and is cut off. */
    private void catchUp() throws IOException {
        if (!Files.exists(log)) {
            return;
        }
        try (var channel = java.nio.channels.FileChannel.open(
                log, java.nio.file.StandardOpenOption.READ, java.nio.file.StandardOpenOption.WRITE)) {
            byte[] added = new byte[Math.toIntExact(Math.max(0, channel.size() - read))];
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(added);
            while (buffer.hasRemaining() && channel.read(buffer, read + buffer.position()) >= 0) {
                continue;
            }
            String text = new String(added, StandardCharsets.US_ASCII);
            int whole = text.lastIndexOf('\n') + 1;
            text.substring(0, whole).lines().forEach(this::remember);
            read += whole;
            if (whole < text.length()) {
                channel.truncate(read);
            }
        }
    }

    private void remember(String line) {
        String[] parts = line.split(" ", -1);
        if (parts[0].equals(RELEASE)) {
            places.put(Long.parseLong(parts[1]), new Place(SubmissionId.parse(parts[2]), Long.parseLong(parts[3])));
            return;
        }
        long size = Long.parseLong(parts[1]);
        if (parts[0].equals(PROVEN)) {
            provenSize = size;
            provenNote = unproven.get(size);
            unproven.headMap(size, true).clear();
            return;
        }
        roots.put(size, Sha256.parse(parts[2]));
        String note = note(parts[3]);
        if (size > newestSize) {
            newestSize = size;
            newestNote = note;
        }
        if (witness.isPresent() && size > provenSize) {
            unproven.put(size, note);
        }
    }

    /** Which submission has a number, and where its release stands in the ledger. */
    private record Place(SubmissionId id, long index) {}
}
