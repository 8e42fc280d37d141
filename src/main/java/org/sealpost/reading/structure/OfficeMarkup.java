package org.sealpost.reading.structure;

import org.jspecify.annotations.Nullable;

/** What the markup of all Office Open XML documents has in common (ECMA-376). */
final class OfficeMarkup {
    private OfficeMarkup() {}

    /** Of several renderings of one thing (part 3, markup compatibility) the one that is read. */
    static Xml alternative(Xml alternatives) {
        Xml choice = alternatives.child("Choice");
        Xml fallback = alternatives.child("Fallback");
        return choice != null && !choice.children().isEmpty() ? choice : fallback == null ? alternatives : fallback;
    }

    /** A toggle property (17.17.4): there and not switched off. */
    static boolean on(@Nullable Xml toggle) {
        if (toggle == null) {
            return false;
        }
        String value = toggle.get("val");
        return !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    /** An attribute of the type xsd:boolean. */
    static boolean isOn(String written) {
        return written.equals("1") || written.equals("true");
    }

    /** How many columns or rows something spans; 1 where it does not say. */
    static int number(String written) {
        return written.matches("[1-9]\\d{0,6}") ? Integer.parseInt(written) : 1;
    }
}
