package org.sealpost.reading.structure;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Zip archives: every file in one is a part. All of them or, beyond a limit, none. */
final class ArchiveReader implements FormatReader {
    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals("application/zip");
    }

    @Override
    public void read(Part part, Contents contents) throws IOException, NotReadException {
        try (ZipFile zip = InMemoryZip.open(part.bytes())) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            for (ZipArchiveEntry entry : entries) {
                if (!entry.isDirectory()) {
                    contents.countInner();
                    contents.inner(entry.getName(), "", InMemoryZip.unpack(zip, entry, contents));
                }
            }
        } catch (NotReadException e) {
            contents.forgetInners();
            throw e;
        }
    }
}
