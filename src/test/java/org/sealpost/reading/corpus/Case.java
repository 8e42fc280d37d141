package org.sealpost.reading.corpus;

import java.io.IOException;
import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Original;

/**
 * One form of the corpus, before it is drawn.
 *
 * @param people the seed of the people and their answers
 * @param words the seed of the labels; 0 for the plainest
 */
record Case(Layout layout, Format format, long people, long words) {
    Form form() {
        return FormFiller.fill(layout, people, words);
    }

    String file() {
        return layout.name() + "." + format.word() + "." + people + format.ending();
    }

    /** A scan of one page. */
    boolean onOnePage() throws IOException {
        return Scan.pages(PdfFile.flat(form(), true)) == 1;
    }

    Original original(Form form) {
        try {
            return new Original(file(), Optional.empty(), Bytes.of(format.draw(form, new Chance(people + 7))));
        } catch (Exception e) {
            throw new IllegalStateException("cannot draw " + file(), e);
        }
    }

    /** The same people on the same form, asked with the plainest words. */
    Case plainlyWorded() {
        return new Case(layout, format, people, 0);
    }
}
