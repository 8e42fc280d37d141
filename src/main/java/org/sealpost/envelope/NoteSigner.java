package org.sealpost.envelope;

import java.time.Instant;
import org.sealpost.submission.Bytes;

/** Signs short texts for people. Safe to share between threads. */
public interface NoteSigner {
    /**
     * The text and its signature in one file that is read with any program and verified by {@code openssl cms -verify} (S/MIME,
     * RFC 8551, clear-signed).
     *
     * @param text printable ASCII and line feeds
     * @throws IllegalArgumentException where the text has anything else
     */
    Bytes sign(String text, Instant at);
}
