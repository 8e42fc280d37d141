package org.sealpost.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of printable ASCII, each ended by a line feed, the last one too; none longer than 4 MiB. */
final class Lines {
    private static final int MAX_LENGTH = 4 << 20;

    private final InputStream in;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Empty at the end of the file. */
    Optional<String> next() throws IOException, LedgerRefusedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        while (read != '\n') {
            if (read < 0x20 || read > 0x7e || line.size() == MAX_LENGTH) {
                throw new LedgerRefusedException("not-canonical", "The file is not made of whole lines of plain text.");
            }
            line.write(read);
            read = in.read();
        }
        return Optional.of(line.toString(StandardCharsets.US_ASCII));
    }

    String required() throws IOException, LedgerRefusedException {
        return next().orElseThrow(
                        () -> new LedgerRefusedException("cut-off", "The file ends before its closing line."));
    }
}
