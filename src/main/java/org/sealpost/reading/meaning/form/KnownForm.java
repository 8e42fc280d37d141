package org.sealpost.reading.meaning.form;

import java.util.List;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.meaning.label.KnownLabels;
import org.sealpost.reading.meaning.label.Meaning;

/**
 * A form that somebody has described. Immutable.
 *
 * @param name lower-case letters, digits and hyphens
 * @param version as its owner counts, never empty
 */
public record KnownForm(String name, String version, Fingerprint fingerprint, List<Entry> entries) {
    /** By what an entry is found. */
    enum By {
        FIELD,
        LABEL,
        HEADING
    }

    /** What one field, label or heading means. */
    record Entry(By by, String text, Meaning meaning) {}

    public KnownForm {
        entries = List.copyOf(entries);
    }

    /** What its labels mean. */
    public KnownLabels labels() {
        KnownLabels.Builder known = new KnownLabels.Builder();
        for (Entry entry : entries) {
            switch (entry.by()) {
                case FIELD -> known.field(entry.text(), entry.meaning());
                case LABEL -> known.label(entry.text(), entry.meaning());
                case HEADING -> known.heading(entry.text(), entry.meaning());
            }
        }
        return known.build();
    }

    /** How well a document matches it. */
    public Match match(Document document) {
        FormPrint print = new FormPrint(document);
        List<String> idle = entries.stream()
                .filter(e -> e.by() == By.FIELD ? !print.hasField(e.text()) : !print.hasText(e.text()))
                .map(Entry::text)
                .toList();
        return new Match(fingerprint.size(), fingerprint.missing(print), idle, fingerprint.least());
    }

    /**
     * @param of how many entries the fingerprint has
     * @param missing those of them that the document lacks
     * @param idle what the definition explains and the document does not have
     */
    public record Match(int of, List<String> missing, List<String> idle, double least) {
        public Match {
            missing = List.copyOf(missing);
            idle = List.copyOf(idle);
        }

        public int found() {
            return of - missing.size();
        }

        /** 0 to 1. */
        public double share() {
            return (double) found() / of;
        }

        public boolean recognised() {
            return share() >= least;
        }
    }
}
