package org.sealpost.force;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.submission.Bytes;

/** Takes one envelope that a courier brought: kept, recorded and receipted as one from the queue. */
final class ReceivedByHand {
    private final Receiver receiver;
    private final Path folder;
    private final Reporting reporting;
    private final PrintWriter out;

    ReceivedByHand(Receiver receiver, Path folder, Reporting reporting, PrintWriter out) {
        this.receiver = receiver;
        this.folder = folder;
        this.reporting = reporting;
        this.out = out;
    }

    /**
     * Returns the exit status: 0 where it is kept now or was before, 1 where it is refused, 2 where there are not both files.
     *
     * @throws IOException where it could not be kept
     */
    int take(@Nullable Path envelope, @Nullable Path proof) throws IOException {
        if (envelope == null || proof == null || !Files.isRegularFile(envelope) || !Files.isRegularFile(proof)) {
            reporting.warn("--file and --proof name the two files that came by other means.");
            return 2;
        }
        Incoming incoming = new Incoming(
                Bytes.of(Files.readAllBytes(envelope)),
                Optional.of(new String(Files.readAllBytes(proof), StandardCharsets.UTF_8)));
        Reception reception = receiver.receive(incoming);
        reporting.tell(reception);
        if (!(reception instanceof Reception.Kept kept)) {
            return 1;
        }
        Path receipt = DurableFiles.folder(folder.resolve(".to-give-back")).resolve(kept.reference() + "-receipt.p7s");
        DurableFiles.replace(receipt, kept.receipt().array());
        out.println((kept.repeated() ? "It was kept before. " : "") + "The receipt to give back is " + receipt);
        out.flush();
        return 0;
    }
}
