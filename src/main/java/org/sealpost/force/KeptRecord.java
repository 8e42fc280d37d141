package org.sealpost.force;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * That a submission is kept, under which envelope, and the receipt it got. Stays when somebody moves the submission's
 * folder elsewhere, so that a repeat still is one.
 */
record KeptRecord(Sha256 envelope, Bytes receipt) {
    private static final Pattern TEXT = Pattern.compile("envelope ([0-9a-f]{64})\nreceipt ([A-Za-z0-9+/=]+)\n");

    /** @throws IOException where there is one and it cannot be read: better no receipt than a second one */
    static Optional<KeptRecord> read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IOException("a record of a kept submission is damaged");
        }
        return Optional.of(new KeptRecord(
                Sha256.parse(parts.group(1)), Bytes.of(Base64.getDecoder().decode(parts.group(2)))));
    }

    void write(Path file) throws IOException {
        String text =
                "envelope " + envelope + "\nreceipt " + Base64.getEncoder().encodeToString(receipt.array()) + "\n";
        DurableFiles.replace(file, text.getBytes(StandardCharsets.US_ASCII));
    }
}
