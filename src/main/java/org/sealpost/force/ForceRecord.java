package org.sealpost.force;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sealpost.submission.Bytes;

/**
 * What a force's own folder says of the ledger, against which nobody who holds the gateway can do anything.
 *
 * @param checkpoints every one that it has seen, as signed notes
 * @param receipts all that it has given (DER), each naming a checkpoint
 */
public record ForceRecord(List<String> checkpoints, List<Bytes> receipts) {
    public ForceRecord {
        checkpoints = List.copyOf(checkpoints);
        receipts = List.copyOf(receipts);
    }

    /** Whether a force has ever received something into that folder. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(SeenLedger.LOG));
    }

    /** Reads beside a running {@code receive}. */
    public static ForceRecord in(Path folder) throws IOException {
        List<Bytes> receipts = new ArrayList<>();
        try (Stream<Path> records = Files.list(folder.resolve(SubmissionFolder.RECORDS))) {
            for (Path file : records.filter(ForceRecord::isWhole).sorted().toList()) {
                KeptRecord.read(file).ifPresent(record -> receipts.add(record.receipt()));
            }
        }
        return new ForceRecord(SeenLedger.checkpoints(folder), receipts);
    }

    /** One that is being written is hidden. */
    private static boolean isWhole(Path record) {
        return !record.getFileName().toString().startsWith(".");
    }
}
