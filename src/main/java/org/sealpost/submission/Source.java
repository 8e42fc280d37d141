package org.sealpost.submission;

import java.util.UUID;

/** Where something stood before it was here, so that the other side can find it in its own records. */
public sealed interface Source {
    /** A letter in the mailbox, by the numbers of IMAP (RFC 9051, section 2.3.1.1). */
    record Letter(long uidValidity, long uid) implements Source {}

    /** A file, by its path as its partner knows it. Never prints itself: a path may name people. */
    record File(String path) implements Source {
        @Override
        public String toString() {
            return "a file";
        }
    }

    /** One request to the web page or its interface for programs. */
    record Upload(UUID id) implements Source {
        public static Upload random() {
            return new Upload(UUID.randomUUID());
        }
    }
}
