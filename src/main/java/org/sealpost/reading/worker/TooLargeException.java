package org.sealpost.reading.worker;

import java.io.IOException;

/** A worker answered more than was agreed. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException() {
        super("more than a worker may answer");
    }
}
