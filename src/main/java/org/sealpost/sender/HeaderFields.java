package org.sealpost.sender;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.submission.Bytes;

/** The header fields of a letter in their order, unfolded (RFC 5322, section 2.2.3). Lines that are no field are passed over. */
record HeaderFields(List<Field> all) {
    /** More header than this is not looked at. */
    private static final int LARGEST = 256 * 1024;

    /** @param value without line ends */
    record Field(String name, String value) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    static HeaderFields of(Bytes untrustedLetter) {
        byte[] letter = untrustedLetter.array();
        String head = new String(letter, 0, Math.min(letter.length, LARGEST), ISO_8859_1);
        List<Field> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (String line : (Iterable<String>) head.lines()::iterator) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (!folded) {
                add(fields, field);
            }
            if (line.isEmpty()) {
                return new HeaderFields(fields);
            }
            field.append(line);
        }
        // A field that runs into the limit, or into the end, is not whole.
        return new HeaderFields(fields);
    }

    private static void add(List<Field> fields, StringBuilder field) {
        int colon = field.indexOf(":");
        if (colon > 0) {
            fields.add(new Field(
                    field.substring(0, colon).strip(),
                    field.substring(colon + 1).strip()));
        }
        field.setLength(0);
    }
}
