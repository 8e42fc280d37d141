package org.sealpost.reading.structure.container;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.NotReadException;

/** Zip files by their central directory, without a temporary file. */
public final class InMemoryZip {
    private static final long HARMLESS = 1 << 20;

    private InMemoryZip() {}

    public static ZipFile open(byte[] bytes) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
    }

    /** The entry's bytes, held to the budget and to the ratio at which an archive becomes a weapon. */
    public static byte[] unpack(ZipFile zip, ZipArchiveEntry entry, Contents contents)
            throws IOException, NotReadException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw NotReadException.opaque("encrypted", "It is locked with a password.");
        }
        long most = Math.max(
                HARMLESS, entry.getCompressedSize() * contents.budget().limits().ratio());
        try (InputStream packed = zip.getInputStream(entry)) {
            return contents.unpack(packed, most);
        }
    }
}
