package org.sealpost.force;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** One at a time, in this process and among processes, may change a folder. The system frees it when a process dies. */
final class FolderLock implements AutoCloseable {
    /** Within one process a file lock does not wait but fails, so threads queue up here. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private static final Set<StandardOpenOption> OPTIONS = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    private static final Set<PosixFilePermission> FOR_ITS_OWNER = PosixFilePermissions.fromString("rw-------");

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for its turn. */
    static FolderLock of(Path folder) throws IOException {
        THREADS.lock();
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve(".lock"), OPTIONS, PosixFilePermissions.asFileAttribute(FOR_ITS_OWNER));
            try {
                channel.lock();
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            return new FolderLock(channel);
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
