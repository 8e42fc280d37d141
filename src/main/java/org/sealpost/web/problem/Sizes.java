package org.sealpost.web.problem;

import java.util.Locale;

/** Writes numbers of bytes as people read them, in decimal units as file managers do. */
public final class Sizes {
    private Sizes() {}

    /** Like {@code 812 bytes}, {@code 24 KB}, {@code 2.5 MB}. */
    public static String words(long bytes) {
        if (bytes < 1000) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        if (bytes < 999_500) {
            return Math.round(bytes / 1e3) + " KB";
        }
        String megabytes = String.format(Locale.ROOT, "%.1f", bytes / 1e6);
        return (megabytes.endsWith(".0") ? megabytes.substring(0, megabytes.length() - 2) : megabytes) + " MB";
    }
}
