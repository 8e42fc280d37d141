package org.sealpost.reading;

import java.util.List;
import org.sealpost.submission.Original;

/** Reads what arrived. Safe to share between threads. */
public interface FormReader {
    /**
     * Reads all originals of one submission into one reading.
     *
     * <p>Always answers, within the configured time: a document that cannot be read, overruns or kills its worker is
     * listed with its reason and costs the others nothing. Nothing of the documents is written to the disk.
     *
     * @param progress told, on the calling thread, before each original
     */
    Reading read(Cover cover, List<Original> originals, Progress progress);

    /** Hears how far a reading is. */
    @FunctionalInterface
    interface Progress {
        Progress NOBODY = (document, of) -> {};

        /** The reading of original {@code document} (from 1) of {@code of} begins. */
        void reading(int document, int of);
    }
}
