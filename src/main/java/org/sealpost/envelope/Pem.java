package org.sealpost.envelope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads PEM files (RFC 7468). An error names the file, never what is in it. */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s+([A-Za-z0-9+/=\\s]+?)\\s+-----END \\1-----");

    private Pem() {}

    /** The content of every block with that label, in their order. */
    static List<byte[]> blocks(Path file, String label) throws IOException {
        List<byte[]> found = new ArrayList<>();
        // Every file has a text in this encoding: one of another kind holds no block, and is no fault in reading.
        Matcher blocks = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (blocks.find()) {
            if (blocks.group(1).equals(label)) {
                found.add(decode(file, blocks.group(2)));
            }
        }
        return found;
    }

    private static byte[] decode(Path file, String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is damaged");
        }
    }
}
