package org.sealpost.reading.structure;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an original that are listed but not opened.
 *
 * @param parts single parts by their number, and why
 * @param from every part from this number on
 * @param whyFrom why those, empty where there are none
 */
public record Unopened(Map<Integer, String> parts, int from, String whyFrom) {
    /** Everything is opened. */
    public static final Unopened NONE = new Unopened(Map.of(), Integer.MAX_VALUE, "");

    public Unopened {
        parts = Map.copyOf(parts);
    }

    /** Why the part is not opened, null where it is. */
    @Nullable String why(int number) {
        return number >= from ? whyFrom : parts.get(number);
    }
}
