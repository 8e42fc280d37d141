package org.sealpost.force;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sealpost.ledger.Checkpoint;
import org.sealpost.ledger.Release;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/**
 * What this force has seen of the ledger, so that the ledger cannot show it another past: {@code .ledger} holds every
 * release and checkpoint seen, one a line, {@code .checkpoint} the newest signed checkpoint.
 *
 * <p>Messages may come in another order than they were sent in (urgent ones first), so an older checkpoint is no fault; a
 * different root for a size seen before is, and so are two submissions with one number and numbers that run against the
 * order of their entries. Callers hold the {@link FolderLock} of the folder.
 */
final class SeenLedger {
    private static final Refusal FORKED = new Refusal(
            "ledger-forked",
            "The gateway's ledger contradicts what it showed before: it was cut back or shows different parties different"
                    + " histories. Nothing was receipted; tell both forces' and the gateway's security officers.");

    private final Path log;
    private final Path newest;
    private final TreeMap<Long, Place> places = new TreeMap<>();
    private final Map<Long, Sha256> roots = new HashMap<>();
    private @Nullable String newestNote;
    private long newestSize = -1;
    private long read;

    private SeenLedger(Path folder) {
        this.log = folder.resolve(".ledger");
        this.newest = folder.resolve(".checkpoint");
    }

    static SeenLedger in(Path folder) {
        return new SeenLedger(folder);
    }

    /**
     * Remembers a release whose proof was checked, or says why it cannot be true beside what was seen. Durable when it
     * returns.
     *
     * @param index of the release's entry
     * @param head the checkpoint that proved it
     * @param note the same as a signed note
     */
    Optional<Refusal> see(Release release, long index, Checkpoint head, String note) throws IOException {
        catchUp();
        Place place = new Place(release.id(), index);
        if (contradicts(release.sequence(), place, head)) {
            return Optional.of(FORKED);
        }
        StringBuilder lines = new StringBuilder();
        if (!places.containsKey(release.sequence())) {
            lines.append("release ")
                    .append(release.sequence())
                    .append(' ')
                    .append(release.id())
                    .append(' ')
                    .append(index)
                    .append('\n');
        }
        if (!roots.containsKey(head.size())) {
            lines.append("checkpoint ")
                    .append(head.size())
                    .append(' ')
                    .append(head.root())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8)))
                    .append('\n');
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

    /** The newest signed checkpoint seen. */
    Optional<String> newest() {
        return Optional.ofNullable(newestNote);
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
        if (parts[0].equals("release")) {
            places.put(Long.parseLong(parts[1]), new Place(SubmissionId.parse(parts[2]), Long.parseLong(parts[3])));
            return;
        }
        long size = Long.parseLong(parts[1]);
        roots.put(size, Sha256.parse(parts[2]));
        if (size > newestSize) {
            newestSize = size;
            newestNote = new String(Base64.getDecoder().decode(parts[3]), StandardCharsets.UTF_8);
        }
    }

    /** Which submission has a number, and where its release stands in the ledger. */
    private record Place(SubmissionId id, long index) {}
}
