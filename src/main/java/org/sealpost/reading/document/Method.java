package org.sealpost.reading.document;

/** How a text was come by: the {@code method} of a reading's evidence. */
public enum Method {
    ACROFORM("acroform"),
    XFA("xfa"),
    CONTENT_CONTROL("content-control"),
    LEGACY_FIELD("legacy-field"),
    TABLE("table"),
    LABEL("label"),
    OCR("ocr"),
    PROSE("prose"),
    SENDER("sender");

    private final String word;

    Method(String word) {
        this.word = word;
    }

    /** As it stands in a reading. */
    public String word() {
        return word;
    }
}
