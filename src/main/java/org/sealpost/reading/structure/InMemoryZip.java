package org.sealpost.reading.structure;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Zip files by their central directory, without a temporary file. */
final class InMemoryZip {
    private static final long HARMLESS = 1 << 20;

    private InMemoryZip() {}

    static ZipFile open(byte[] bytes) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
    }

    /** The entry's bytes, held to the budget and to the ratio at which an archive becomes a weapon. */
    static byte[] unpack(ZipFile zip, ZipArchiveEntry entry, Contents contents) throws IOException, NotReadException {
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
