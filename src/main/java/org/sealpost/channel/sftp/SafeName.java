package org.sealpost.channel.sftp;

import java.util.regex.Pattern;

/** A sender's file name made fit for a file name of ours on anybody's disk. */
public final class SafeName {
    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._()+-]");
    private static final int LONGEST = 80;

    private SafeName() {}

    /**
     * Letters, digits, blanks and {@code ._()+-}, at most 80 characters, neither beginning nor ending with a dot or a blank;
     * everything else becomes {@code _}. Never empty. A long name loses its middle, so that its extension stays.
     */
    public static String of(String untrusted) {
        String name = UNFIT.matcher(untrusted).replaceAll("_");
        if (name.length() > LONGEST) {
            name = name.substring(0, LONGEST - 21) + "_" + name.substring(name.length() - 20);
        }
        name = name.replaceAll("^[. ]+|[. ]+$", "_");
        return name.isEmpty() ? "_" : name;
    }
}
