package org.sealpost.channel.sftp;

import java.util.List;
import java.util.Locale;

/** Names under which clients write what they rename when it is whole. */
public final class TemporaryName {
    /** WinSCP and others; rclone; lftp and rsync-like tools write names that begin with a dot. */
    private static final List<String> ENDINGS =
            List.of(".filepart", ".part", ".partial", ".tmp", ".temp", ".upload", ".uploading", "~");

    private TemporaryName() {}

    /** Whether a file of that name waits for its final one. */
    public static boolean is(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || name.startsWith("~") || ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
