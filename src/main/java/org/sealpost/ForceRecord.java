package org.sealpost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sealpost.submission.Bytes;

/**
 * What a force's own folder says of the ledger, against which nobody who holds the gateway can do anything.
 *
 * @param checkpoints the newest that it has seen
 * @param receipts all that it has given, each naming the newest checkpoint of its day
 */
record ForceRecord(List<String> checkpoints, List<Bytes> receipts) {
    /** In the folder of every force that has ever received something. */
    static final String NEWEST = ".checkpoint";

    private static final String RECEIPT = "receipt.p7s";

    static ForceRecord in(Path folder) throws IOException {
        List<Bytes> receipts = new ArrayList<>();
        try (Stream<Path> submissions = Files.list(folder)) {
            for (Path receipt : submissions
                    .map(s -> s.resolve(RECEIPT))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()) {
                receipts.add(Bytes.of(Files.readAllBytes(receipt)));
            }
        }
        return new ForceRecord(
                List.of(Files.readString(folder.resolve(NEWEST), StandardCharsets.UTF_8)), List.copyOf(receipts));
    }
}
