package org.sealpost.web.upload;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sealpost.submission.Bytes;

/**
 * One part of a {@code multipart/form-data} body.
 *
 * @param field what the form calls it; may be empty
 * @param fileName as sent, so not to be trusted; present, though perhaps empty, for files only
 * @param type its own {@code Content-Type}
 */
record FormPart(String field, Optional<String> fileName, Optional<String> type, Bytes content) {
    boolean isFile() {
        return fileName.isPresent();
    }

    /** Browsers send a file field without a choice as a file with neither name nor bytes. */
    boolean isNoChoice() {
        return fileName.map(String::isEmpty).orElse(false) && content.size() == 0;
    }

    /** What was written into a field that is not a file. */
    String words() {
        return new String(content.array(), StandardCharsets.UTF_8);
    }

    /** Says how much there is, never what. */
    @Override
    public String toString() {
        return (isFile() ? "file of " : "field of ") + content;
    }
}
