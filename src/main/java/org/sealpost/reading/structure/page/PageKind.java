package org.sealpost.reading.structure.page;

import java.util.ArrayList;
import java.util.List;

/** What a PDF page is: text, a picture, or a picture under which a scanner has laid its own recognition. */
public enum PageKind {
    TEXT,
    PICTURE,
    RECOGNISED;

    /** A page with less text than this beside a large picture is a picture with a stamp or a page number on it. */
    private static final int FEW_LETTERS = 100;

    private static final int SOME_LETTERS = 30;
    private static final double LARGE = 0.3;
    private static final double FILLING = 0.6;
    /** Nobody knows how sure the scanner was. */
    private static final double SCANNERS_CERTAINTY = 0.8;

    public static PageKind of(PageText.Words words, PageRules.Drawing drawing, boolean hasFields) {
        int shown = letters(words.shown());
        if (drawing.pictures() >= FILLING && shown < FEW_LETTERS && letters(words.hidden()) >= SOME_LETTERS) {
            return RECOGNISED;
        }
        boolean picture = drawing.pictures() >= LARGE && shown < FEW_LETTERS;
        boolean drawnLetters = shown == 0 && !hasFields;
        return picture || drawnLetters ? PICTURE : TEXT;
    }

    private static int letters(List<PageText.Word> words) {
        return words.stream().mapToInt(w -> w.text().length()).sum();
    }

    /** The words of a recognised page, as sure as such words are. */
    public static List<PageText.Word> recognised(PageText.Words words) {
        List<PageText.Word> all = new ArrayList<>(words.shown());
        words.hidden()
                .forEach(w -> all.add(new PageText.Word(
                        w.text(), w.x(), w.y(), w.width(), w.height(), w.size(), false, SCANNERS_CERTAINTY)));
        return all;
    }
}
