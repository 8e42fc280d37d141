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
    private final byte[] read = new byte[1 << 16];
    private int at;
    private int end;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Empty at the end of the file. */
    Optional<String> next() throws IOException, LedgerRefusedException {
        ByteArrayOutputStream begun = null;
        while (at < end || fill()) {
            int from = at;
            while (at < end && read[at] >= 0x20 && read[at] <= 0x7e) {
                at++;
            }
            int length = at - from;
            if (at < end && read[at] == '\n' && begun == null) {
                at++;
                return Optional.of(new String(read, from, length, StandardCharsets.US_ASCII));
            }
            begun = begun == null ? new ByteArrayOutputStream(512) : begun;
            if ((at < end && read[at] != '\n') || begun.size() + length > MAX_LENGTH) {
                throw notLines();
            }
            begun.write(read, from, length);
            if (at < end) {
                at++;
                return Optional.of(begun.toString(StandardCharsets.US_ASCII));
            }
        }
        if (begun != null) {
            throw notLines();
        }
        return Optional.empty();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(read));
        return end > 0;
    }

    private static LedgerRefusedException notLines() {
        return new LedgerRefusedException("not-canonical", "The file is not made of whole lines of plain text.");
    }

    String required() throws IOException, LedgerRefusedException {
        return next().orElseThrow(
                        () -> new LedgerRefusedException("cut-off", "The file ends before its closing line."));
    }
}
