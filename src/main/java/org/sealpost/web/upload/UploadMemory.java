package org.sealpost.web.upload;

import java.util.Optional;

/** How many bytes of uploads may be in memory at once. Nobody waits: there is room, or there is none. */
public final class UploadMemory {
    private final long most;
    private long taken;

    public UploadMemory(long most) {
        this.most = most;
    }

    /** Takes room for so many bytes until it is closed; empty where there is not as much. */
    public synchronized Optional<Room> take(long bytes) {
        if (bytes < 0 || bytes > most - taken) {
            return Optional.empty();
        }
        taken += bytes;
        return Optional.of(new Room(bytes));
    }

    private synchronized void giveBack(long bytes) {
        taken -= bytes;
    }

    /** Room for one upload. Closing it twice gives it back once. */
    public final class Room implements AutoCloseable {
        private long bytes;

        private Room(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public synchronized void close() {
            giveBack(bytes);
            bytes = 0;
        }
    }
}
