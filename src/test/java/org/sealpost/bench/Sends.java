package org.sealpost.bench;

import java.io.IOException;
import java.util.List;

/** Sends by one channel. */
interface Sends {
    String channel();

    /** Returns when all are handed over, or lie where the gateway takes them. */
    void all(List<byte[]> papers) throws IOException, InterruptedException;
}
