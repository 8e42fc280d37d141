package org.sealpost.channel.clamav;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sealpost.submission.Bytes;

/**
 * Something harmless that is over a limit of any clamd: archives in archives, deeper than {@code MaxRecursion} can be set (100). One that
 * calls it clean calls everything clean that it did not look at, as it does without {@code AlertExceedsMax yes}.
 */
final class LimitProbe {
    private static final int DEPTH = 120;

    private static final Bytes NESTED = made();

    private LimitProbe() {}

    static Bytes nested() {
        return NESTED;
    }

    private static Bytes made() {
        try {
            byte[] inner = "Sealpost asks whether limits are told.".getBytes(StandardCharsets.US_ASCII);
            for (int depth = 0; depth < DEPTH; depth++) {
                ByteArrayOutputStream outer = new ByteArrayOutputStream();
                try (ZipOutputStream zip = new ZipOutputStream(outer)) {
                    zip.putNextEntry(new ZipEntry(depth == 0 ? "a.txt" : "a.zip"));
                    zip.write(inner);
                }
                inner = outer.toByteArray();
            }
            return Bytes.of(inner);
        } catch (IOException e) {
            throw new UncheckedIOException("an archive in memory can be made", e);
        }
    }
}
