package org.sealpost.reading.scan;

import java.io.IOException;

/** Recognition took longer than it may. */
public final class RecognitionTimeException extends IOException {
    private static final long serialVersionUID = 1;

    public RecognitionTimeException() {
        super("recognition took longer than the limit");
    }
}
