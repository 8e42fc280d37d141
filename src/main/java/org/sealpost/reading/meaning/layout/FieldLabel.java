package org.sealpost.reading.meaning.layout;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.meaning.label.LabelMatcher;
import org.sealpost.reading.meaning.label.Meaning;
import org.sealpost.reading.meaning.vocabulary.Role;

/**
 * What is printed at a field or told in its tooltip. Outside of its section a field is often called by the section's
 * heading and its own label, "Vehicle details Make/Model": the heading says whose it is and asks for nothing.
 *
 * @param text without the heading
 */
record FieldLabel(String text, Meaning meaning) {
    private static final int LONGEST = 160;

    /** @param heading of the section in which the field stands, empty where none is known */
    static FieldLabel of(String printed, String heading, LabelMatcher labels) {
        String text = printed.strip();
        String bare = heading.strip().replaceAll("[\\s:]+$", "");
        boolean repeated = !bare.isEmpty()
                && text.length() > bare.length()
                && text.toLowerCase(Locale.ROOT).startsWith(bare.toLowerCase(Locale.ROOT))
                && !Character.isLetterOrDigit(text.codePointAt(bare.length()));
        if (repeated) {
            String rest = text.substring(bare.length()).replaceAll("^[\\s:,.\u2013-]+", "");
            Meaning own = labels.label(rest);
            if (own.asks()) {
                return below(labels.heading(bare), rest, own);
            }
        }
        return unheaded(text, labels);
    }

    /** The same where the heading is not the one that stands above, but one that is known. */
    private static FieldLabel unheaded(String text, LabelMatcher labels) {
        Meaning whole = labels.label(text);
        if (whole.attributes().size() < 2 || text.length() > LONGEST) {
            return new FieldLabel(text, whole);
        }
        for (int space = text.lastIndexOf(' '); space > 0; space = text.lastIndexOf(' ', space - 1)) {
            Meaning before = labels.heading(text.substring(0, space));
            String rest = text.substring(space).strip();
            Meaning own = labels.label(rest);
            boolean parted = before.isSection()
                    && before.certainty() >= Certainty.SURE
                    && own.asks()
                    && own.certainty() >= Certainty.SURE
                    && own.attributes().size() < whole.attributes().size();
            if (parted) {
                return below(before, rest, own);
            }
        }
        return new FieldLabel(text, whole);
    }

    private static FieldLabel below(Meaning heading, String text, Meaning own) {
        @Nullable Role role = own.role() != null || !heading.isSection() ? own.role() : heading.role();
        int number = own.number() > 0 ? own.number() : heading.number();
        return new FieldLabel(text, own.withRole(role).withNumber(number));
    }
}
