package org.sealpost.reading.structure.office;

import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.xml.Xml;

/** What the markup of all Office Open XML documents has in common (ECMA-376). */
public final class OfficeMarkup {
    private OfficeMarkup() {}

    /** Of several renderings of one thing (part 3, markup compatibility) the one that is read. */
    public static Xml alternative(Xml alternatives) {
        Xml choice = alternatives.child("Choice");
        Xml fallback = alternatives.child("Fallback");
        return choice != null && !choice.children().isEmpty() ? choice : fallback == null ? alternatives : fallback;
    }

    /** A toggle property (17.17.4): there and not switched off. */
    public static boolean on(@Nullable Xml toggle) {
        if (toggle == null) {
            return false;
        }
        String value = toggle.get("val");
        return !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    /** An attribute of the type xsd:boolean. */
    public static boolean isOn(String written) {
        return written.equals("1") || written.equals("true");
    }
}
