package org.sealpost.force;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Original;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/**
 * Keeps each submission once, in a folder of its own named by its reference. The order is what makes it safe, whenever the
 * process dies: everything is written and synced out of sight, then the record that it is kept (with the receipt), then the
 * rename into place. Without the record nothing has happened; with it the rest is made up for.
 *
 * <p>Callers hold the {@link FolderLock} of the folder.
 */
public final class SubmissionFolder {
    static final String RECORDS = ".kept";

    private final Path folder;
    private final Path incoming;
    private final Path records;
    private final Steps steps;

    private SubmissionFolder(Path folder, Steps steps) throws IOException {
        this.folder = folder;
        this.incoming = DurableFiles.folder(folder.resolve(".incoming"));
        this.records = DurableFiles.folder(folder.resolve(RECORDS));
        this.steps = steps;
    }

    /** Opens the folder, makes it where it is missing, and ends what a process that died has begun. */
    public static SubmissionFolder open(Path folder) throws IOException {
        return open(folder, step -> {});
    }

    static SubmissionFolder open(Path folder, Steps steps) throws IOException {
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        DurableFiles.folder(folder);
        try (FolderLock lock = FolderLock.of(folder)) {
            SubmissionFolder opened = new SubmissionFolder(folder, steps);
            opened.repair();
            return opened;
        }
    }

    /** The submission's record, if it is kept. */
    Optional<KeptRecord> record(SubmissionId id) throws IOException {
        return KeptRecord.read(records.resolve(id.toString()));
    }

    /**
     * Keeps a submission that has no record yet and returns its receipt, durable and in place.
     *
     * @param sign makes the receipt, once the submission is written
     */
    Bytes keep(Submission submission, Supplier<Bytes> sign) throws IOException {
        SubmissionId id = submission.context().id();
        Path hidden = write(submission);
        Bytes receipt = sign.get();
        DurableFiles.write(hidden.resolve("receipt.p7s"), receipt.array());
        steps.done("receipt written");
        DurableFiles.sync(hidden);
        DurableFiles.sync(incoming);
        steps.done("all synced");
        new KeptRecord(submission.envelope().sha256(), receipt).write(records.resolve(id.toString()));
        steps.done("record written");
        moveIntoPlace(hidden);
        steps.done("in place");
        return receipt;
    }

    /** Ends what was begun for a submission that has a record. */
    void makeUp(Submission submission) throws IOException {
        Path hidden = hidden(submission);
        if (Files.exists(hidden, LinkOption.NOFOLLOW_LINKS)) {
            moveIntoPlace(hidden);
        }
    }

    /** Keeps what was opened by hand: no receipt and no record. Returns where it stands, also if it stood there before. */
    Path keepWithoutReceipt(Submission submission) throws IOException {
        Path hidden = write(submission);
        DurableFiles.sync(hidden);
        return moveIntoPlace(hidden);
    }

    private Path write(Submission submission) throws IOException {
        Path hidden = hidden(submission);
        DurableFiles.delete(hidden);
        DurableFiles.folder(hidden);
        DurableFiles.write(hidden.resolve("envelope.p7m"), submission.envelope().array());
        DurableFiles.write(
                hidden.resolve("signed.p7m"), submission.opened().signedData().array());
        DurableFiles.write(
                hidden.resolve("submission.json"),
                submission.opened().submissionJson().array());
        Optional<Bytes> source = submission.opened().source();
        if (source.isPresent()) {
            DurableFiles.write(hidden.resolve("source.p7m"), source.get().array());
        }
        steps.done("json written");
        List<Original> originals = submission.opened().originals();
        Path folderOfThem = DurableFiles.folder(hidden.resolve("originals"));
        List<String> names = FileNames.of(originals.stream().map(Original::name).toList());
        for (int i = 0; i < names.size(); i++) {
            DurableFiles.write(
                    folderOfThem.resolve(names.get(i)),
                    originals.get(i).content().array());
        }
        DurableFiles.sync(folderOfThem);
        steps.done("originals written");
        return hidden;
    }

    private Path hidden(Submission submission) {
        return incoming.resolve(
                submission.context().reference() + "." + submission.context().id());
    }

    /** Two submissions may have drawn the same reference: the second one's folder gets a number. */
    private Path moveIntoPlace(Path hidden) throws IOException {
        String name = hidden.getFileName().toString();
        String reference = name.substring(0, name.indexOf('.'));
        for (int number = 1; ; number++) {
            Path place = folder.resolve(number == 1 ? reference : reference + "-" + number);
            if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                DurableFiles.move(hidden, place);
                return place;
            }
            if (sameEnvelope(place, hidden)) {
                join(hidden, place);
                return place;
            }
        }
    }

    private static boolean sameEnvelope(Path place, Path hidden) throws IOException {
        Path envelope = place.resolve("envelope.p7m");
        return Files.isRegularFile(envelope, LinkOption.NOFOLLOW_LINKS)
                && digest(envelope).equals(digest(hidden.resolve("envelope.p7m")));
    }

    private static Sha256 digest(Path file) throws IOException {
        return Sha256.of(Files.readAllBytes(file));
    }

    /** The envelope was opened by hand into this folder before: it lacks the receipt only. */
    private static void join(Path hidden, Path place) throws IOException {
        Path receipt = hidden.resolve("receipt.p7s");
        if (Files.exists(receipt) && !Files.exists(place.resolve("receipt.p7s"))) {
            DurableFiles.move(receipt, place.resolve("receipt.p7s"));
        }
        DurableFiles.delete(hidden);
    }

    private void repair() throws IOException {
        List<Path> begun;
        try (Stream<Path> all = Files.list(incoming)) {
            begun = all.toList();
        }
        for (Path hidden : begun) {
            String name = hidden.getFileName().toString();
            String id = name.substring(name.indexOf('.') + 1);
            if (Files.exists(records.resolve(id))) {
                moveIntoPlace(hidden);
            } else {
                DurableFiles.delete(hidden);
            }
        }
    }

    /** Is told after each step; a test dies there. */
    @FunctionalInterface
    interface Steps {
        void done(String step);
    }
}
