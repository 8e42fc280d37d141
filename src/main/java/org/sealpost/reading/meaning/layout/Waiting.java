package org.sealpost.reading.meaning.layout;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.meaning.label.Meaning;
import org.sealpost.reading.meaning.vocabulary.Attribute;
import org.sealpost.reading.meaning.vocabulary.Role;

/**
 * A label whose answer is to come.
 *
 * @param section what it opens where no answer comes, for a word such as "Nominal" that may head a section; null otherwise
 */
record Waiting(Meaning meaning, String label, @Nullable Meaning section) {
    private static final int LONGEST_NAME = 60;
    private static final int MOST_WORDS = 6;

    /** What nobody answers with a sentence. */
    private static final Set<Attribute> BRIEF = EnumSet.of(
            Attribute.NAME,
            Attribute.SURNAME,
            Attribute.FORENAME,
            Attribute.MIDDLE_NAME,
            Attribute.ALIAS,
            Attribute.DATE_OF_BIRTH,
            Attribute.AGE,
            Attribute.GENDER,
            Attribute.ORGANISATION,
            Attribute.JOB_TITLE,
            Attribute.POSTCODE,
            Attribute.TELEPHONE,
            Attribute.EMAIL,
            Attribute.REGISTRATION_MARK,
            Attribute.MAKE,
            Attribute.MODEL,
            Attribute.COLOUR,
            Attribute.REPORT_DATE);

    private static final Set<Attribute> POSTS =
            EnumSet.of(Attribute.JOB_TITLE, Attribute.OCCUPATION, Attribute.ORGANISATION, Attribute.RELATIONSHIP);

    static boolean isBrief(Attribute attribute) {
        return BRIEF.contains(attribute);
    }

    static boolean isPost(Attribute attribute) {
        return POSTS.contains(attribute);
    }

    /** True for a role's word that asks for a name: it has a colon, or the section that it could open is open already. */
    static boolean asksForName(Meaning heading, Meaning label, boolean colon, @Nullable Role section) {
        Role role = heading.role();
        return heading.isSection()
                && role != null
                && role.isPerson()
                && label.attributes().equals(List.of(Attribute.NAME))
                && (role == section || colon);
    }

    /** False for a text that cannot be its answer. */
    boolean takes(String text) {
        return section == null
                || text.length() <= LONGEST_NAME
                        && text.split("\\s+", -1).length <= MOST_WORDS
                        && !Sentences.continues(text);
    }
}
