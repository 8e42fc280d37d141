package org.sealpost;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that is there whole or not at all: written beside its place, synced, and moved there. Its owner's alone. */
final class WholeFile {
    private WholeFile() {}

    /**
     * Takes the place of a file of that name.
     *
     * @throws RefusedToStartException where no file can be made there; the message names the place
     */
    static void write(Path file, Content content) throws IOException {
        Path place = file.toAbsolutePath();
        Path folder = place.getParent();
        if (folder == null || (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !isFile(place))) {
            throw new RefusedToStartException("no-file", file + " is not a file, and nothing is put in its place");
        }
        if (!Files.isDirectory(folder)) {
            throw new RefusedToStartException("no-folder", "there is no folder " + folder + " to write to");
        }
        Path beside = folder.resolve(
                "." + place.getFileName() + "." + ProcessHandle.current().pid());
        try {
            fill(beside, content);
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Makes the name durable too. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static boolean isFile(Path place) {
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
    }

    private static void fill(Path beside, Content content) throws IOException {
        try (FileChannel channel = made(beside);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static FileChannel made(Path beside) {
        try {
            return FileChannel.open(
                    beside,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw new RefusedToStartException("not-written", "nothing can be written in " + beside.getParent());
        }
    }

    /** What goes into it. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
