package org.sealpost.envelope;

import org.sealpost.submission.Bytes;

/** Takes the source out of a reading, for a force that wants it sealed by itself. Safe to share between threads. */
@FunctionalInterface
public interface SourceRemoval {
    /** @param withoutNames whether what the documents are called goes as well, because the originals do */
    Bytes without(Bytes submissionJson, boolean withoutNames);
}
