package org.sealpost.reading.worker;

import org.sealpost.reading.structure.MishapReader;

/** A worker that misbehaves on demand. */
public final class MishapWorker {
    private MishapWorker() {}

    public static void main(String[] args) throws InterruptedException {
        WorkerMain.serve(recogniser -> MishapReader.among(WorkerMain.limits(args)));
    }
}
