package org.sealpost.channel.sftp.drop;

import java.time.Duration;

/** How many sessions have a thread, so that nobody closes the store under one. Safe to share between threads. */
final class RunningSessions {
    private int running;

    synchronized void begin() {
        running++;
    }

    synchronized void end() {
        running--;
        notifyAll();
    }

    /** Waits until there is none, or the time is over. */
    synchronized void awaitNone(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (running > 0) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
