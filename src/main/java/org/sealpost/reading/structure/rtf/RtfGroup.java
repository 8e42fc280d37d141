package org.sealpost.reading.structure.rtf;

/** What holds inside one group of RTF and is forgotten at its end: where its text goes, and how it is set. */
final class RtfGroup {
    /** Where the text of a group goes. */
    enum Destination {
        TEXT,
        /** Not shown, or shown elsewhere. */
        SILENT,
        FONTS,
        STYLES,
        FORM_DATA,
        FORM_NAME,
        FORM_HELP,
        FORM_STATUS,
        FORM_DEFAULT,
        FORM_ENTRY,
        /** A picture or an object, in hexadecimal digits. */
        DATA
    }

    Destination destination = Destination.TEXT;
    boolean bold;
    boolean hidden;
    boolean deleted;
    boolean capitals;
    int font;
    int fallback = 1;

    /** True only in the group that a destination's own word opened. */
    boolean opensField;

    boolean opensApart;
    boolean opensData;
    boolean isFooter;
    boolean isHeader;

    RtfGroup inner() {
        RtfGroup inner = new RtfGroup();
        inner.destination = destination;
        inner.bold = bold;
        inner.hidden = hidden;
        inner.deleted = deleted;
        inner.capitals = capitals;
        inner.font = font;
        inner.fallback = fallback;
        return inner;
    }

    void plain() {
        bold = false;
        hidden = false;
        deleted = false;
        capitals = false;
    }
}
