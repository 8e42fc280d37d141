package org.sealpost.channel.sftp.poll;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.sealpost.channel.sftp.TemporaryName;

/**
 * Lets a file through once two looks in a row found it with the same size and time, so that one still being written is
 * left alone and holds nobody else. Temporary names are never let through. An empty file, which may be about to be written,
 * is given twenty looks. For the one thread that polls one server.
 */
public final class RestingFiles implements GenericFileFilter<Object> {
    private static final int REMEMBERED = 10_000;
    private static final int LOOKS = 2;
    private static final int LOOKS_WHEN_EMPTY = 20;

    private record Look(long size, long modified, int times) {}

    private final Map<String, Look> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Look> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public boolean accept(GenericFile<Object> file) {
        if (file.isDirectory() || TemporaryName.is(file.getFileNameOnly())) {
            return false;
        }
        Look look = last.merge(
                file.getAbsoluteFilePath(),
                new Look(file.getFileLength(), file.getLastModified(), 1),
                (old, now) -> old.size == now.size && old.modified == now.modified
                        ? new Look(now.size, now.modified, old.times + 1)
                        : now);
        boolean rests = look.times >= (look.size == 0 ? LOOKS_WHEN_EMPTY : LOOKS);
        if (rests) {
            last.remove(file.getAbsoluteFilePath());
        }
        return rests;
    }
}
