package org.sealpost.reading.scan;

import java.io.IOException;
import java.time.Duration;

/** Whoever has pictures recognised: the command itself, or a worker's gateway, which runs it for the worker. */
public interface TextRecogniser {
    /** Which of the installed models. */
    enum Models {
        LANGUAGES,
        SCRIPT
    }

    /** How a picture is taken apart (Tesseract's {@code --psm}). */
    enum Layout {
        BLOCK(6),
        LINE(7);

        private final int number;

        Layout(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /**
     * Recognises pictures.
     *
     * @param tiff one or more
     * @param atMost what it may take
     * @return the command's table of words (TSV, UTF-8)
     * @throws RecognitionTimeException where that time is over before the end
     * @throws IOException where it fails
     */
    byte[] recognise(byte[] tiff, Models models, Layout layout, Duration atMost) throws IOException;
}
