package org.sealpost.reading.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the workers' libraries may put a temporary file if they must: in memory, for the gateway's own user only (mode
 * 0700), emptied after each document. A lock shows that a gateway lives; folders that nobody holds, left by one that was
 * killed, are removed by the next. Where the machine has no memory file system there is no folder, and a library that
 * wants a temporary file fails instead of leaving plaintext on the disk.
 */
final class WorkFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
    private static final String PREFIX = "sealpost-reading-";
    private static final Duration STARTING = Duration.ofMinutes(1);

    /** This process's own: to open and close the lock of one of them would give that lock up (POSIX fcntl). */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final @Nullable Path folder;
    private final @Nullable FileChannel lock;

    private WorkFolder(@Nullable Path folder, @Nullable FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** For workers in a jail, where nothing can be written at all. */
    static WorkFolder none() {
        return new WorkFolder(null, null);
    }

    /** @param memory where the memory file system is mounted, where there is one */
    static WorkFolder open(Path memory) {
        if (!Files.isDirectory(memory) || !Files.isWritable(memory)) {
            LOG.info("no memory file system for the reading workers; what needs a temporary file will not be read");
            return none();
        }
        try {
            removeAbandoned(memory);
            Path folder = Files.createTempDirectory(
                    memory, PREFIX, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            OWN.add(folder);
            FileChannel lock =
                    FileChannel.open(lockOf(folder), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            return new WorkFolder(folder, lock);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn(
                    "the memory file system takes no folder for the reading workers ({})",
                    e.getClass().getName());
            return none();
        }
    }

    /** A new folder for one worker, or a path where nothing can be written. */
    Path forWorker(int number) throws IOException {
        if (folder == null) {
            return Path.of(System.getProperty("java.home"), "no-temporary-files");
        }
        Path own = folder.resolve("worker-" + number);
        remove(own);
        return Files.createDirectory(own);
    }

    /** Removes everything in a worker's folder. */
    void empty(Path own) throws IOException {
        if (folder != null && own.startsWith(folder)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(own)) {
                for (Path path : inside) {
                    remove(path);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            remove(folder);
            OWN.remove(folder);
        }
        if (lock != null) {
            lock.close();
        }
    }

    private static void removeAbandoned(Path memory) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(memory, PREFIX + "*")) {
            for (Path folder : folders) {
                if (!OWN.contains(folder) && Files.isReadable(folder) && abandoned(folder)) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean abandoned(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(lockOf(folder), StandardOpenOption.WRITE);
                FileLock got = channel.tryLock()) {
            return got != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (NoSuchFileException e) {
            Instant made = Files.getLastModifiedTime(folder).toInstant();
            return made.isBefore(Instant.now().minus(STARTING));
        }
    }

    private static Path lockOf(Path folder) {
        return folder.resolve("lock");
    }

    /** Symbolic links are removed, never followed: what lies here was written by a process that nobody trusts. */
    private static void remove(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                if (gone instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw gone;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
