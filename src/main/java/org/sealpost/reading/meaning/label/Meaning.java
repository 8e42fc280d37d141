package org.sealpost.reading.meaning.label;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.meaning.vocabulary.Attribute;
import org.sealpost.reading.meaning.vocabulary.Role;

/**
 * What a label means.
 *
 * @param role whom it speaks of, null where the section decides
 * @param attributes what it asks for; several for "Make / model", none for a section's heading
 * @param number the number of the entity ("Nominal 2"), 0 where it says none
 * @param certainty how much of the label was understood, 0 to 1
 */
public record Meaning(@Nullable Role role, List<Attribute> attributes, int number, double certainty) {
    public static final Meaning NONE = new Meaning(null, List.of(), 0, 0);

    public Meaning {
        attributes = List.copyOf(attributes);
    }

    public boolean isNone() {
        return role == null && attributes.isEmpty();
    }

    /** A section's heading: it says who, and asks for nothing. */
    public boolean isSection() {
        return role != null && attributes.isEmpty();
    }

    public boolean asks() {
        return !attributes.isEmpty();
    }

    /** True where it asks for free text that may run over several paragraphs. */
    public boolean isLong() {
        return asks() && attributes.get(0).isLong();
    }

    public Meaning withRole(@Nullable Role other) {
        return new Meaning(other, attributes, number, certainty);
    }

    public Meaning withNumber(int other) {
        return new Meaning(role, attributes, other, certainty);
    }
}
