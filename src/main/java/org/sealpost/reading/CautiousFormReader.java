package org.sealpost.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Original;
import org.sealpost.submission.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers on the disk what is being read, so that a form with which the whole gateway died twice is not read a third time
 * but delivered unread: otherwise it would come again after each start, and nothing behind it ever. What it writes is a number
 * under a salted digest, and only while the form is read. Safe to share between threads.
 */
public final class CautiousFormReader implements FormReader {
    private static final Logger LOG = LoggerFactory.getLogger(CautiousFormReader.class);
    private static final int MOST_DEATHS = 2;
    private static final String WHY = "reading-ended-the-gateway: The gateway died twice while it was being read.";

    private final FormReader reader;
    private final Path folder;
    private final Bytes salt;
    private final Map<Sha256, Integer> underway = new ConcurrentHashMap<>();

    /**
     * @param folder made where it is missing, for this purpose alone
     * @param salt keeps whoever reads the folder from trying out documents against it
     */
    public CautiousFormReader(FormReader reader, Path folder, Bytes salt) throws IOException {
        this.reader = reader;
        this.salt = salt;
        this.folder = Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Override
    public Reading read(Cover cover, List<Original> originals, Progress progress) {
        Sha256 form = digest(originals);
        Path mark = folder.resolve(form.toString());
        int deaths = underway.merge(form, 1, Integer::sum) == 1 ? begin(mark) : 0;
        try {
            if (deaths >= MOST_DEATHS) {
                LOG.error("{} is delivered unread: the gateway died twice while it was being read", cover.reference());
                return unread(cover, originals);
            }
            Reading reading = reader.read(cover, originals, progress);
            forget(mark);
            return reading;
        } finally {
            underway.computeIfPresent(form, (f, readers) -> readers == 1 ? null : readers - 1);
        }
    }

    /** Returns how often it ended with the gateway before. */
    private static int begin(Path mark) {
        try {
            int deaths = Files.exists(mark) ? number(Files.readString(mark, StandardCharsets.US_ASCII)) : 0;
            if (deaths < MOST_DEATHS) {
                Files.writeString(mark, Integer.toString(deaths + 1), StandardCharsets.US_ASCII);
            }
            return deaths;
        } catch (IOException e) {
            LOG.warn("it cannot be noted what is being read: {}", e.getClass().getName());
            return 0;
        }
    }

    /** A mark that is cut short was being written when the gateway died. */
    private static int number(String mark) {
        return mark.matches("[12]") ? Integer.parseInt(mark) : 1;
    }

    /** It has been read: whoever reads the same beside it lives, too. */
    private static void forget(Path mark) {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            LOG.warn(
                    "it cannot be noted that something has been read: {}",
                    e.getClass().getName());
        }
    }

    private Sha256 digest(List<Original> originals) {
        byte[][] parts = new byte[originals.size() + 1][];
        parts[0] = salt.array();
        for (int i = 0; i < originals.size(); i++) {
            parts[i + 1] = originals.get(i).content().sha256().bytes();
        }
        return Sha256.of(parts);
    }

    private static Reading unread(Cover cover, List<Original> originals) {
        List<Document> documents = originals.stream()
                .map(o -> new Document(
                        o.name(),
                        -1,
                        "application/octet-stream",
                        o.content().size(),
                        o.content().sha256().toString(),
                        Disposition.OPAQUE,
                        WHY,
                        List.of()))
                .toList();
        return BareReading.of(
                cover,
                documents,
                originals.stream().map(o -> o.content().sha256()).toList(),
                WHY);
    }
}
