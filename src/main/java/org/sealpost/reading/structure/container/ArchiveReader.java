package org.sealpost.reading.structure.container;

import java.io.IOException;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;

/**
 * Zip archives: every file in one is a part. A locked file is named and costs the others nothing; beyond a limit all are
 * named, as far as the limit of parts allows, and none is opened.
 */
public final class ArchiveReader implements FormatReader {
    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals("application/zip");
    }

    @Override
    public void read(Part part, Contents contents) throws IOException, NotReadException {
        try (ZipFile zip = InMemoryZip.open(part.bytes())) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                if (!entry.isDirectory()) {
                    contents.inner(entry.getName(), "", () -> InMemoryZip.unpack(zip, entry, contents));
                }
            }
            contents.whole();
        } catch (NotReadException e) {
            if (e.disposition() == Disposition.REFUSED) {
                contents.leaveAll(NotReadException.refused(
                        "archive-refused", "It lies in an archive beyond a limit and was not opened."));
            }
            throw e;
        }
    }
}
