package org.sealpost.endtoend;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Finds words in bytes, in every encoding in which they could have been written. */
final class Leaks {
    private Leaks() {}

    /** The words that stand in the bytes: in any case, in 8 and 16 bits a letter, in base 64 at any offset, in hex. */
    static List<String> in(byte[] bytes, List<String> words) {
        String plain = new String(bytes, StandardCharsets.ISO_8859_1);
        String lower = plain.toLowerCase(Locale.ROOT);
        return words.stream().filter(word -> stands(word, plain, lower)).toList();
    }

    private static boolean stands(String word, String plain, String lower) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] letters = word.getBytes(charset);
            String eight = new String(letters, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            if (lower.contains(eight) || lower.contains(HexFormat.of().formatHex(letters))) {
                return true;
            }
            for (int offset = 0; offset < 3; offset++) {
                if (plain.contains(base64At(offset, letters))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What of the base 64 text depends on the word alone when it begins at that offset of a group. */
    private static String base64At(int offset, byte[] letters) {
        byte[] shifted = new byte[offset + letters.length];
        System.arraycopy(letters, 0, shifted, offset, letters.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = (offset * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return text.substring(first, last);
    }
}
