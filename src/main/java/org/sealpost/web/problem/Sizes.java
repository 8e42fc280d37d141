package org.sealpost.web.problem;

import java.util.Locale;

/** Writes numbers of bytes as people read them: 1 KB is 1,024 bytes, as in the configuration and as Windows counts. */
public final class Sizes {
    private static final double KB = 1 << 10;
    private static final double MB = 1 << 20;

    private Sizes() {}

    /** Like {@code 812 bytes}, {@code 24 KB}, {@code 2.5 MB}. */
    public static String words(long bytes) {
        if (bytes < KB) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        if (Math.round(bytes / KB) < KB) {
            return Math.round(bytes / KB) + " KB";
        }
        String megabytes = String.format(Locale.ROOT, "%.1f", bytes / MB);
        return (megabytes.endsWith(".0") ? megabytes.substring(0, megabytes.length() - 2) : megabytes) + " MB";
    }
}
