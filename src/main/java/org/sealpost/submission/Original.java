package org.sealpost.submission;

import java.util.Optional;

/**
 * The bytes exactly as they arrived: a PDF, a Word file, a whole e-mail.
 *
 * @param name what the sender called it; a sender's word, so it may hold a name of a child and is content
 * @param declaredType the media type the sender claimed, where there was one; never trusted
 */
public record Original(String name, Optional<String> declaredType, Bytes content) {
    /** Says the size only: a file's name is content. */
    @Override
    public String toString() {
        return "an original of " + content;
    }
}
