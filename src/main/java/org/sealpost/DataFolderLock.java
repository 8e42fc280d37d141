package org.sealpost;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * One gateway a data folder: a second one would wait for the first one's broker for ever. The operating system lets go of
 * it when the process ends, however it ends.
 */
final class DataFolderLock implements AutoCloseable {
    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws RefusedToStartException where another gateway has the folder, or nothing can be written there */
    static DataFolderLock of(DataFolder data) {
        Path file = data.folder().resolve("gateway.lock");
        try {
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            if (!isLocked(channel)) {
                channel.close();
                throw new RefusedToStartException(
                        "already-running",
                        "another gateway is running on the data folder " + data.folder()
                                + "; a second one needs a folder of its own (sealpost.data, SEALPOST_DATA)");
            }
            return new DataFolderLock(channel);
        } catch (IOException e) {
            throw data.unusable();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // By this very process.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
