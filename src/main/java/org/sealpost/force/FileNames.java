package org.sealpost.force;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names for files after names that strangers chose: no paths, no hidden files, nothing a shell, a terminal or another
 * operating system trips over, no two alike, and still recognisable. A name that is harmless stays as it is.
 */
final class FileNames {
    private static final int MAX_BYTES = 150;
    private static final String RESERVED = "<>:\"/\\|?*`$";
    /** Names that Windows keeps for devices, whatever stands behind a dot. */
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2");

    private FileNames() {}

    /** One name each, in order. The second of two alike, and a name that had to be changed, begins with its number. */
    static List<String> of(List<String> untrustedNames) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < untrustedNames.size(); i++) {
            String safe = safe(untrustedNames.get(i));
            String name = safe;
            if (!safe.equals(untrustedNames.get(i)) || !taken.add(folded(safe))) {
                name = (i + 1) + "-" + safe;
                while (!taken.add(folded(name))) {
                    name = (i + 1) + "-" + name;
                }
            }
            names.add(name);
        }
        return names;
    }

    private static String safe(String untrusted) {
        StringBuilder safe = new StringBuilder();
        Normalizer.normalize(untrusted, Normalizer.Form.NFC)
                .codePoints()
                .map(symbol -> harmless(symbol) ? symbol : '_')
                .forEach(safe::appendCodePoint);
        String name = safe.toString().strip();
        // A leading dot hides, a leading hyphen is an option, a trailing dot is lost on Windows.
        name = name.replaceAll("^[.\\-~\\s]+", "_").replaceAll("[.\\s]+$", "_");
        name = shortened(name);
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
        return name.isEmpty() || DEVICES.contains(stem) ? "_" + name : name;
    }

    private static boolean harmless(int symbol) {
        if (RESERVED.indexOf(symbol) >= 0) {
            return false;
        }
        return switch (Character.getType(symbol)) {
            // Format characters turn the direction of writing, so that "gpj.exe" reads "exe.jpg".
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Keeps the end, because it says what kind of file it is. */
    private static String shortened(String name) {
        if (bytes(name) <= MAX_BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && bytes(name.substring(dot)) <= 16 ? name.substring(dot) : "";
        int[] stem =
                name.substring(0, name.length() - ending.length()).codePoints().toArray();
        int length = stem.length;
        while (bytes(new String(stem, 0, length) + ending) > MAX_BYTES) {
            length--;
        }
        return new String(stem, 0, length) + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As a file system sees it that ignores case. */
    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
